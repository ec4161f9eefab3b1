//! Random interfaces as WIT text, and changes to them.

use proptest::prelude::*;

/// The name of every generated interface.
pub const NAME: &str = "generated";

/// A type where it is used.
#[derive(Clone, Debug)]
pub enum Ty {
    Primitive(&'static str),
    List(Box<Ty>),
    Option(Box<Ty>),
    Result(Option<Box<Ty>>, Option<Box<Ty>>),
    Tuple(Vec<Ty>),
    /// A named type, by a number that is taken modulo the types defined before the use.
    Named(usize),
}

/// A named type. Fields and cases are named for their place unless renamed.
#[derive(Clone, Debug)]
pub enum Definition {
    Record(Vec<Member>),
    Variant(Vec<Member>),
    Enum(Vec<Member>),
    Flags(Vec<Member>),
}

#[derive(Clone, Debug)]
pub struct Member {
    pub name: String,
    pub ty: Option<Ty>,
}

#[derive(Clone, Debug)]
pub struct Function {
    pub name: String,
    pub params: Vec<Member>,
    pub result: Option<Ty>,
    pub is_async: bool,
}

#[derive(Clone, Debug)]
pub struct RandomInterface {
    pub package: &'static str,
    pub docs: bool,
    pub type_prefix: &'static str,
    pub types: Vec<Definition>,
    pub functions: Vec<Function>,
}

/// A change to an interface.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    Docs,
    TypeNames,
    OrderOfFunctions,
    Package,
    RenameField,
    TypeOfField,
    OrderOfFields,
    RenameCase,
    RemoveCase,
    RenameParameter,
    TypeOfParameter,
    AddParameter,
    RemoveFunction,
    RenameFunction,
    Result,
    Async,
}

impl Change {
    /// Changes that keep the interface what it is.
    pub const HARMLESS: &[Self] = &[
        Self::Docs,
        Self::TypeNames,
        Self::OrderOfFunctions,
        Self::Package,
    ];

    /// Changes that make it another one.
    pub const HARMFUL: &[Self] = &[
        Self::RenameField,
        Self::TypeOfField,
        Self::OrderOfFields,
        Self::RenameCase,
        Self::RemoveCase,
        Self::RenameParameter,
        Self::TypeOfParameter,
        Self::AddParameter,
        Self::RemoveFunction,
        Self::RenameFunction,
        Self::Result,
        Self::Async,
    ];
}

impl RandomInterface {
    /// Makes a change somewhere; `false` where there is nothing to change, or nothing that a function uses.
    pub fn apply(&mut self, change: Change, seed: usize) -> bool {
        match change {
            Change::Docs => {
                self.docs = !self.docs;
                return true;
            }
            Change::TypeNames => {
                self.type_prefix = "renamed";
                return true;
            }
            Change::Package => {
                self.package = "other:name@7.0.0";
                return true;
            }
            Change::OrderOfFunctions => {
                self.functions.reverse();
                return true;
            }
            _ => {}
        }
        let used = self.used_types();
        let pick = |of: &[usize]| (!of.is_empty()).then(|| of[seed % of.len()]);
        let fields = |ty: &Definition| matches!(ty, Definition::Record(_));
        let with = |keep: &dyn Fn(&Definition) -> bool| -> Vec<usize> {
            let all = used.iter().copied();
            all.filter(|index| keep(&self.types[*index])).collect()
        };
        match change {
            Change::RenameField | Change::TypeOfField | Change::OrderOfFields => {
                let Some(index) = pick(&with(&fields)) else {
                    return false;
                };
                let members = self.types[index].members();
                let place = seed % members.len();
                match change {
                    Change::RenameField => members[place].name.push_str("-new"),
                    Change::TypeOfField => members[place].ty = Some(wrap(members[place].ty.take())),
                    _ if members.len() < 2 => return false,
                    _ => members.rotate_left(1),
                }
            }
            Change::RenameCase | Change::RemoveCase => {
                let Some(index) = pick(&with(&|ty| !fields(ty))) else {
                    return false;
                };
                let members = self.types[index].members();
                let place = seed % members.len();
                if let Change::RenameCase = change {
                    members[place].name.push_str("-new");
                } else if members.len() > 1 {
                    members.remove(place);
                } else {
                    return false;
                }
            }
            _ => {
                let count = self.functions.len();
                let place = seed % count;
                if let Change::RemoveFunction = change {
                    if count > 1 {
                        self.functions.remove(place);
                    }
                    return count > 1;
                }
                let function = &mut self.functions[place];
                let param = seed % function.params.len().max(1);
                match change {
                    Change::RenameFunction => function.name.push_str("-new"),
                    Change::Result => function.result = Some(wrap(function.result.take())),
                    Change::Async => function.is_async = !function.is_async,
                    Change::AddParameter => function.params.push(Member {
                        name: "added".to_owned(),
                        ty: Some(Ty::Primitive("bool")),
                    }),
                    Change::RenameParameter if !function.params.is_empty() => {
                        function.params[param].name.push_str("-new");
                    }
                    Change::TypeOfParameter if !function.params.is_empty() => {
                        function.params[param].ty = Some(wrap(function.params[param].ty.take()));
                    }
                    _ => return false,
                }
            }
        }
        true
    }

    /// The types that a function uses, directly or not.
    fn used_types(&self) -> Vec<usize> {
        let mut used = Vec::new();
        for function in &self.functions {
            let params = function.params.iter().filter_map(|param| param.ty.as_ref());
            for ty in params.chain(&function.result) {
                self.use_type(ty, self.types.len(), &mut used);
            }
        }
        used.sort_unstable();
        used.dedup();
        used
    }

    fn use_type(&self, ty: &Ty, before: usize, used: &mut Vec<usize>) {
        match ty {
            Ty::Primitive(_) => {}
            Ty::List(inner) | Ty::Option(inner) => self.use_type(inner, before, used),
            Ty::Result(ok, err) => {
                for side in ok.iter().chain(err) {
                    self.use_type(side, before, used);
                }
            }
            Ty::Tuple(types) => types.iter().for_each(|ty| self.use_type(ty, before, used)),
            Ty::Named(number) if before > 0 => {
                let index = number % before;
                used.push(index);
                for member in self.types[index].members_ref() {
                    if let Some(ty) = &member.ty {
                        self.use_type(ty, index, used);
                    }
                }
            }
            Ty::Named(_) => {}
        }
    }

    /// The interface as WIT, with a world that exports it.
    pub fn to_wit(&self) -> String {
        let docs = if self.docs {
            "  /// Documented [here].\n"
        } else {
            ""
        };
        let mut wit = format!("package {};\n\ninterface {NAME} {{\n", self.package);
        for (index, definition) in self.types.iter().enumerate() {
            let (keyword, separator) = match definition {
                Definition::Record(_) => ("record", ": "),
                Definition::Variant(_) => ("variant", "("),
                Definition::Enum(_) => ("enum", ""),
                Definition::Flags(_) => ("flags", ""),
            };
            wit += &format!("{docs}  {keyword} {}-{index} {{\n", self.type_prefix);
            for member in definition.members_ref() {
                let ty = member.ty.as_ref().map(|ty| self.ty(ty, index));
                let end = if separator == "(" { ")" } else { "" };
                let ty = ty.map_or(String::new(), |ty| format!("{separator}{ty}{end}"));
                wit += &format!("    {}{ty},\n", member.name);
            }
            wit += "  }\n";
        }
        for function in &self.functions {
            let params: Vec<String> = function
                .params
                .iter()
                .map(|param| format!("{}: {}", param.name, self.used(param.ty.as_ref().unwrap())))
                .collect();
            let is_async = if function.is_async { "async " } else { "" };
            let result = function
                .result
                .as_ref()
                .map_or(String::new(), |ty| format!(" -> {}", self.used(ty)));
            let name = &function.name;
            wit += &format!(
                "{docs}  {name}: {is_async}func({}){result};\n",
                params.join(", ")
            );
        }
        wit + &format!("}}\n\nworld generated-plugin {{ export {NAME}; }}\n")
    }

    fn used(&self, ty: &Ty) -> String {
        self.ty(ty, self.types.len())
    }

    fn ty(&self, ty: &Ty, before: usize) -> String {
        let side = |ty: &Option<Box<Ty>>| ty.as_ref().map(|ty| self.ty(ty, before));
        match ty {
            Ty::Primitive(name) => (*name).to_owned(),
            Ty::List(item) => format!("list<{}>", self.ty(item, before)),
            Ty::Option(some) => format!("option<{}>", self.ty(some, before)),
            Ty::Result(ok, err) => match (side(ok), side(err)) {
                (None, None) => "result".to_owned(),
                (Some(ok), None) => format!("result<{ok}>"),
                (ok, Some(err)) => format!("result<{}, {err}>", ok.unwrap_or("_".to_owned())),
            },
            Ty::Tuple(types) => {
                let types: Vec<String> = types.iter().map(|ty| self.ty(ty, before)).collect();
                format!("tuple<{}>", types.join(", "))
            }
            Ty::Named(_) if before == 0 => "u8".to_owned(),
            Ty::Named(number) => format!("{}-{}", self.type_prefix, number % before),
        }
    }
}

impl Definition {
    fn members(&mut self) -> &mut Vec<Member> {
        match self {
            Self::Record(members)
            | Self::Variant(members)
            | Self::Enum(members)
            | Self::Flags(members) => members,
        }
    }

    fn members_ref(&self) -> &[Member] {
        match self {
            Self::Record(members)
            | Self::Variant(members)
            | Self::Enum(members)
            | Self::Flags(members) => members,
        }
    }
}

/// Another type, whatever the first one was.
fn wrap(ty: Option<Ty>) -> Ty {
    match ty {
        Some(ty) => Ty::List(Box::new(ty)),
        None => Ty::Primitive("u8"),
    }
}

fn types() -> impl Strategy<Value = Ty> {
    let leaf = prop_oneof![
        prop::sample::select(vec![
            "bool", "s8", "s16", "s32", "s64", "u8", "u16", "u32", "u64", "f32", "f64", "char",
            "string",
        ])
        .prop_map(Ty::Primitive),
        any::<usize>().prop_map(Ty::Named),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        let side = prop::option::of(boxed.clone());
        prop_oneof![
            boxed.clone().prop_map(Ty::List),
            boxed.prop_map(Ty::Option),
            (side.clone(), side).prop_map(|(ok, err)| Ty::Result(ok, err)),
            prop::collection::vec(inner, 1..4).prop_map(Ty::Tuple),
        ]
    })
}

fn definitions() -> impl Strategy<Value = Definition> {
    let named = |stem: &'static str, types: Vec<Option<Ty>>| -> Vec<Member> {
        let members = types.into_iter().enumerate();
        members
            .map(|(index, ty)| Member {
                name: format!("{stem}{index}"),
                ty,
            })
            .collect()
    };
    let bare = (1..10usize).prop_map(|count| vec![None; count]);
    prop_oneof![
        prop::collection::vec(types().prop_map(Some), 1..5)
            .prop_map(move |types| Definition::Record(named("field", types))),
        prop::collection::vec(prop::option::of(types()), 1..5)
            .prop_map(move |types| Definition::Variant(named("case", types))),
        bare.clone()
            .prop_map(move |none| Definition::Enum(named("case", none))),
        bare.prop_map(move |none| Definition::Flags(named("flag", none))),
    ]
}

/// Interfaces of up to five types and four functions.
pub fn interfaces() -> impl Strategy<Value = RandomInterface> {
    let function = (
        prop::collection::vec(types(), 0..5),
        prop::option::of(types()),
    );
    (
        prop::collection::vec(definitions(), 0..6),
        prop::collection::vec(function, 1..5),
    )
        .prop_map(|(types, functions)| RandomInterface {
            package: "random:generated@0.1.0",
            docs: false,
            type_prefix: "ty",
            types,
            functions: functions
                .into_iter()
                .enumerate()
                .map(|(index, (params, result))| Function {
                    name: format!("function{index}"),
                    params: params
                        .into_iter()
                        .enumerate()
                        .map(|(index, ty)| Member {
                            name: format!("param{index}"),
                            ty: Some(ty),
                        })
                        .collect(),
                    result,
                    is_async: false,
                })
                .collect(),
        })
}
