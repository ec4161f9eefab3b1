//! The model as WIT text, for people.

use std::fmt::{self, Write};

use crate::{Case, Field, Function, FunctionKind, Interface, InterfaceName, Param, Type};

impl fmt::Display for Interface {
    /// The interface as WIT, with the types that its functions use.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = InterfaceName::parse(&self.name);
        if !name.package.is_empty() {
            write!(f, "package {}", name.package)?;
            if let Some(version) = name.version {
                write!(f, "@{version}")?;
            }
            f.write_str(";\n\n")?;
        }
        writeln!(f, "interface {} {{", name.interface)?;
        let mut types = Definitions::default();
        for function in self.functions.iter() {
            function
                .params
                .iter()
                .for_each(|param| types.add(&param.ty));
            function.result.iter().for_each(|ty| types.add(ty));
        }
        for definition in &types.texts {
            writeln!(f, "{}\n", indent(definition))?;
        }
        for resource in &types.resources {
            let mut members = self
                .functions
                .iter()
                .filter(|function| function.resource() == Some(resource))
                .peekable();
            if members.peek().is_none() {
                writeln!(f, "  resource {resource};\n")?;
                continue;
            }
            writeln!(f, "  resource {resource} {{")?;
            for member in members {
                writeln!(f, "    {};", member.as_member())?;
            }
            f.write_str("  }\n\n")?;
        }
        for function in self.functions.iter() {
            if function.resource().is_none() {
                writeln!(f, "  {function};")?;
            }
        }
        f.write_str("}")
    }
}

/// The definitions of named types, each after those that it uses, and the names of resources.
#[derive(Default)]
struct Definitions {
    names: Vec<String>,
    texts: Vec<String>,
    resources: Vec<String>,
}

impl Definitions {
    fn add(&mut self, ty: &Type) {
        ty.parts(&mut |part| self.add(part));
        if let Type::Own(resource) | Type::Borrow(resource) = ty
            && !self.resources.iter().any(|known| **known == **resource)
        {
            self.resources.push(resource.to_string());
        }
        let Some(name) = ty.name() else { return };
        if !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
            self.texts.push(ty.definition());
        }
    }
}

impl fmt::Display for Function {
    /// `name: func(a: u32) -> u32`; what belongs to a resource with the resource before its name.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.resource() {
            Some(resource) => write!(f, "{resource}.{}", self.as_member()),
            None => f.write_str(&self.as_member()),
        }
    }
}

impl Function {
    /// The resource that it belongs to.
    fn resource(&self) -> Option<&str> {
        let name = self.name.rsplit(']').next()?;
        match self.kind {
            FunctionKind::Free => None,
            FunctionKind::Constructor => Some(name),
            FunctionKind::Method | FunctionKind::Static => name.split('.').next(),
        }
    }

    /// How it stands in the WIT, in the block of the resource where it belongs to one.
    fn as_member(&self) -> String {
        let name = self.name.rsplit(['.', ']']).next().unwrap_or_default();
        let is_async = if self.is_async { "async " } else { "" };
        let head = match self.kind {
            FunctionKind::Free => format!("{}: {is_async}func", self.name),
            FunctionKind::Constructor => "constructor".to_owned(),
            FunctionKind::Method => format!("{name}: {is_async}func"),
            FunctionKind::Static => format!("{name}: static {is_async}func"),
        };
        // The resource itself goes without saying.
        let params = match self.kind {
            FunctionKind::Method => self.params.get(1..).unwrap_or_default(),
            _ => &self.params[..],
        };
        let params: Vec<String> = strings(params);
        let mut text = format!("{head}({})", params.join(", "));
        let is_itself = |ty: &Type| {
            self.kind == FunctionKind::Constructor
                && matches!(ty, Type::Own(resource) if Some(&**resource) == self.resource())
        };
        if let Some(result) = self.result.as_ref().filter(|ty| !is_itself(ty)) {
            // Writing into a `String` can't fail.
            let _ = write!(text, " -> {result}");
        }
        text
    }
}

impl fmt::Display for Param {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.ty)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.ty)
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ty {
            Some(ty) => write!(f, "{}({ty})", self.name),
            None => f.write_str(&self.name),
        }
    }
}

impl fmt::Display for Type {
    /// The type where it is used: a named type by its name, one without a name spelled out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(keyword) = self.primitive() {
            return f.write_str(keyword);
        }
        if let Some(name) = self.name() {
            return f.write_str(name);
        }
        match self {
            Self::List(item) => write!(f, "list<{item}>"),
            Self::FixedLengthList(item, length) => write!(f, "list<{item}, {length}>"),
            Self::Map(entry) => write!(f, "map<{}, {}>", entry.0, entry.1),
            Self::Option(some) => write!(f, "option<{some}>"),
            Self::Result(sides) => match &**sides {
                (None, None) => f.write_str("result"),
                (Some(ok), None) => write!(f, "result<{ok}>"),
                (None, Some(err)) => write!(f, "result<_, {err}>"),
                (Some(ok), Some(err)) => write!(f, "result<{ok}, {err}>"),
            },
            Self::Tuple(types) => {
                f.write_str("tuple<")?;
                list(f, types)?;
                f.write_char('>')
            }
            Self::Own(resource) => f.write_str(resource),
            Self::Borrow(resource) => write!(f, "borrow<{resource}>"),
            Self::Future(item) => optional(f, "future", (**item).as_ref()),
            Self::Stream(item) => optional(f, "stream", (**item).as_ref()),
            _ => f.write_str(&self.definition()),
        }
    }
}

impl Type {
    /// The name of a named type.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Record(ty) => ty.name.as_deref(),
            Self::Variant(ty) => ty.name.as_deref(),
            Self::Enum(ty) => ty.name.as_deref(),
            Self::Flags(ty) => ty.name.as_deref(),
            _ => None,
        }
    }

    /// The definition of a record, variant, enum or flags: `record point { x: s32, y: s32 }`, over several lines where
    /// it is long.
    pub fn definition(&self) -> String {
        let (keyword, members) = match self {
            Self::Record(ty) => ("record", strings(&ty.fields)),
            Self::Variant(ty) => ("variant", strings(&ty.cases)),
            Self::Enum(ty) => ("enum", strings(&ty.cases)),
            Self::Flags(ty) => ("flags", strings(&ty.flags)),
            _ => return self.to_string(),
        };
        let head = match self.name() {
            Some(name) => format!("{keyword} {name}"),
            None => keyword.to_owned(),
        };
        let line = format!("{head} {{ {} }}", members.join(", "));
        if line.len() <= 90 {
            line
        } else {
            let mut text = format!("{head} {{\n");
            for member in members {
                // Writing into a `String` can't fail.
                let _ = writeln!(text, "  {member},");
            }
            text.push('}');
            text
        }
    }

    /// Whether there is a handle of a resource in it.
    pub fn has_handles(&self) -> bool {
        let mut found = matches!(self, Self::Own(_) | Self::Borrow(_));
        self.parts(&mut |part| found = found || part.has_handles());
        found
    }

    /// Calls `visit` with each type that this one is directly made of.
    pub fn parts<'a>(&'a self, visit: &mut dyn FnMut(&'a Type)) {
        match self {
            Self::List(item) | Self::FixedLengthList(item, _) | Self::Option(item) => visit(item),
            Self::Map(entry) => {
                visit(&entry.0);
                visit(&entry.1);
            }
            Self::Result(sides) => {
                sides.0.iter().for_each(&mut *visit);
                sides.1.iter().for_each(visit);
            }
            Self::Tuple(types) => types.iter().for_each(visit),
            Self::Record(ty) => ty.fields.iter().for_each(|field| visit(&field.ty)),
            Self::Variant(ty) => ty
                .cases
                .iter()
                .filter_map(|case| case.ty.as_ref())
                .for_each(visit),
            Self::Future(item) | Self::Stream(item) => (**item).iter().for_each(visit),
            _ => {}
        }
    }
}

fn strings<T: fmt::Display>(items: &[T]) -> Vec<String> {
    items.iter().map(ToString::to_string).collect()
}

fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, items: &[T]) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}

fn optional(f: &mut fmt::Formatter<'_>, keyword: &str, item: Option<&Type>) -> fmt::Result {
    match item {
        Some(item) => write!(f, "{keyword}<{item}>"),
        None => f.write_str(keyword),
    }
}

fn indent(text: &str) -> String {
    text.lines()
        .map(|line| format!("  {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}
