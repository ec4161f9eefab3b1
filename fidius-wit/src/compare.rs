use std::fmt::{self, Display};

use crate::{Function, Interface, Type};

/// One way in which a component differs from what its host expects.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Difference {
    /// The functions that it shows in, as the host names them. Several where a type they share differs.
    pub functions: Vec<String>,
    /// Where in the function: ``parameter `p` ``, ``record `point`, field `y` ``; empty for the function as a whole.
    pub place: String,
    /// What the host expects, as WIT.
    pub expected: String,
    /// What the component has, as WIT; `None` where it has nothing in that place.
    pub found: Option<String>,
    /// What may have been meant, where something similar is there.
    pub hint: Option<String>,
}

impl Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, ["expected", "found"])
    }
}

/// A difference between what a component imports and what its host offers, for people.
pub(crate) struct OfImport<'a>(pub(crate) &'a Difference);

impl Display for OfImport<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write(f, ["wanted", "offered"])
    }
}

impl Difference {
    fn write(&self, f: &mut fmt::Formatter<'_>, [expected, found]: [&str; 2]) -> fmt::Result {
        f.write_str(if self.functions.len() == 1 {
            "function "
        } else {
            "functions "
        })?;
        for (index, function) in self.functions.iter().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}`{function}`")?;
        }
        if !self.place.is_empty() {
            write!(f, ": {}", self.place)?;
        }
        let mut line = |label: &str, text: &str| {
            let label = format!("{label}:");
            write!(f, "\n    {label:<10}{}", continued(text))
        };
        line(expected, &self.expected)?;
        line(found, self.found.as_deref().unwrap_or("nothing"))?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// Sets the further lines of a definition below its first one.
fn continued(text: &str) -> String {
    text.replace('\n', "\n              ")
}

/// Every difference that keeps a component with `found` from serving a host that expects `expected`; empty where it
/// fits.
///
/// More functions than expected are no difference, nor are other names of types, nor another order of functions.
pub fn compare(expected: &Interface, found: &Interface) -> Vec<Difference> {
    compare_optional(expected, found, &[])
}

/// The same where the component may do without some functions: those with `true` at their place in `optional`, which may be
/// shorter than the list of functions. One that is there must fit all the same.
pub fn compare_optional(
    expected: &Interface,
    found: &Interface,
    optional: &[bool],
) -> Vec<Difference> {
    let mut differences = Differences::of("component");
    for (index, function) in expected.functions.iter().enumerate() {
        let optional = optional.get(index).copied().unwrap_or(false);
        if !optional || found.function(&function.name).is_some() {
            differences.search(function, found);
        }
    }
    differences.list
}

/// Every difference that keeps a host with `offered` from serving a component that imports `wanted`: what the component
/// wants is what a difference calls expected, and what the host offers is what it calls found.
pub fn compare_import(wanted: &Interface, offered: &Interface) -> Vec<Difference> {
    let mut differences = Differences::of("host");
    for function in wanted.functions.iter() {
        differences.search(function, offered);
    }
    differences.list
}

struct Differences {
    /// Who has what is found, as hints call it.
    who: &'static str,
    function: String,
    list: Vec<Difference>,
}

impl Differences {
    fn of(who: &'static str) -> Self {
        Self {
            who,
            function: String::new(),
            list: Vec::new(),
        }
    }

    /// Looks for a function under its name, and compares it.
    fn search(&mut self, function: &Function, found: &Interface) {
        self.function = function.label();
        match found.function(&function.name) {
            Some(other) => self.function(function, other),
            None => {
                let names: Vec<String> = found.functions.iter().map(Function::label).collect();
                let hint = closest(&self.function, names.iter().map(String::as_str))
                    .map(|name| self.hint(name));
                self.push(String::new(), function.to_string(), None, hint);
            }
        }
    }

    fn hint(&self, name: &str) -> String {
        format!("the {} has `{name}`", self.who)
    }

    fn push(
        &mut self,
        place: String,
        expected: String,
        found: Option<String>,
        hint: Option<String>,
    ) {
        let known = self.list.iter_mut().find(|known| {
            !place.is_empty()
                && known.place == place
                && known.expected == expected
                && known.found == found
        });
        match known {
            Some(known) if known.functions.contains(&self.function) => {}
            Some(known) => known.functions.push(self.function.clone()),
            None => self.list.push(Difference {
                functions: vec![self.function.clone()],
                place,
                expected,
                found,
                hint,
            }),
        }
    }

    fn function(&mut self, expected: &Function, found: &Function) {
        let whole = |list: &mut Self| {
            list.push(
                String::new(),
                expected.to_string(),
                Some(found.to_string()),
                None,
            );
        };
        let names = |function: &Function| -> Vec<String> {
            function
                .params
                .iter()
                .map(|param| param.name.to_string())
                .collect()
        };
        if expected.is_async != found.is_async
            || names(expected) != names(found)
            || expected.result.is_some() != found.result.is_some()
        {
            whole(self);
        }
        for param in expected.params.iter() {
            if let Some(other) = found.params.iter().find(|other| other.name == param.name) {
                self.ty(&format!("parameter `{}`", param.name), &param.ty, &other.ty);
            }
        }
        if let (Some(expected), Some(found)) = (&expected.result, &found.result) {
            self.ty("the result", expected, found);
        }
    }

    fn ty(&mut self, place: &str, expected: &Type, found: &Type) {
        if expected.signature() == found.signature() {
            return;
        }
        let inside = |what: &str| format!("{place}, {what}");
        match (expected, found) {
            (Type::List(a), Type::List(b)) => self.ty(&inside("item of the list"), a, b),
            (Type::FixedLengthList(a, m), Type::FixedLengthList(b, n)) if m == n => {
                self.ty(&inside("item of the list"), a, b);
            }
            (Type::Map(a), Type::Map(b)) => {
                self.ty(&inside("key of the map"), &a.0, &b.0);
                self.ty(&inside("value of the map"), &a.1, &b.1);
            }
            (Type::Option(a), Type::Option(b)) => self.ty(&inside("`some`"), a, b),
            (Type::Result(a), Type::Result(b))
                if a.0.is_some() == b.0.is_some() && a.1.is_some() == b.1.is_some() =>
            {
                for (side, a, b) in [("`ok`", &a.0, &b.0), ("`err`", &a.1, &b.1)] {
                    if let (Some(a), Some(b)) = (a, b) {
                        self.ty(&inside(side), a, b);
                    }
                }
            }
            (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => {
                for (index, (a, b)) in a.iter().zip(b.iter()).enumerate() {
                    self.ty(&inside(&format!("element {index} of the tuple")), a, b);
                }
            }
            (Type::Record(a), Type::Record(b)) => {
                let a: Vec<_> = a.fields.iter().map(Member::of_field).collect();
                let b: Vec<_> = b.fields.iter().map(Member::of_field).collect();
                self.members(place, "field", expected, found, &a, &b);
            }
            (Type::Variant(a), Type::Variant(b)) => {
                let a: Vec<_> = a.cases.iter().map(Member::of_case).collect();
                let b: Vec<_> = b.cases.iter().map(Member::of_case).collect();
                self.members(place, "case", expected, found, &a, &b);
            }
            (Type::Enum(a), Type::Enum(b)) => {
                let a: Vec<_> = a.cases.iter().map(|name| Member::bare(name)).collect();
                let b: Vec<_> = b.cases.iter().map(|name| Member::bare(name)).collect();
                self.members(place, "case", expected, found, &a, &b);
            }
            (Type::Flags(a), Type::Flags(b)) => {
                let a: Vec<_> = a.flags.iter().map(|name| Member::bare(name)).collect();
                let b: Vec<_> = b.flags.iter().map(|name| Member::bare(name)).collect();
                self.members(place, "flag", expected, found, &a, &b);
            }
            _ => self.push(
                place.to_owned(),
                expected.definition(),
                Some(found.definition()),
                None,
            ),
        }
    }

    /// Fields, cases or flags: those that are missing, those that are too many, those of another type; where all are
    /// there, their order.
    fn members(
        &mut self,
        place: &str,
        word: &str,
        expected: &Type,
        found: &Type,
        a: &[Member<'_>],
        b: &[Member<'_>],
    ) {
        // A named type is named instead of the way to it: it differs in the same manner wherever it is used.
        let definition = expected.definition();
        let kind = definition.split(' ').next().unwrap_or_default();
        let place = match expected.name() {
            Some(name) => format!("{kind} `{name}`"),
            None => place.to_owned(),
        };
        let mut all_there = true;
        for member in a {
            let place = format!("{place}, {word} `{}`", member.name);
            match b.iter().find(|other| other.name == member.name) {
                None => {
                    all_there = false;
                    let hint = closest(member.name, b.iter().map(|other| other.name))
                        .filter(|name| a.iter().all(|member| member.name != *name))
                        .map(|name| self.hint(name));
                    self.push(place, member.text.clone(), None, hint);
                }
                Some(other) => match (member.ty, other.ty) {
                    (Some(x), Some(y)) => self.ty(&place, x, y),
                    (None, None) => {}
                    _ => self.push(place, member.text.clone(), Some(other.text.clone()), None),
                },
            }
        }
        for member in b {
            if a.iter().all(|other| other.name != member.name) {
                all_there = false;
                self.push(
                    format!("{place}, {word} `{}`", member.name),
                    format!("no such {word}"),
                    Some(member.text.clone()),
                    None,
                );
            }
        }
        if all_there && a.iter().map(|m| m.name).ne(b.iter().map(|m| m.name)) {
            self.push(
                format!("{place}, order of the {word}s"),
                definition,
                Some(found.definition()),
                None,
            );
        }
    }
}

struct Member<'a> {
    name: &'a str,
    ty: Option<&'a Type>,
    text: String,
}

impl<'a> Member<'a> {
    fn of_field(field: &'a crate::Field) -> Self {
        Self {
            name: &field.name,
            ty: Some(&field.ty),
            text: field.to_string(),
        }
    }

    fn of_case(case: &'a crate::Case) -> Self {
        Self {
            name: &case.name,
            ty: case.ty.as_ref(),
            text: case.to_string(),
        }
    }

    fn bare(name: &'a str) -> Self {
        Self {
            name,
            ty: None,
            text: name.to_owned(),
        }
    }
}

/// The one of `names` that `wanted` was most likely meant to be: within a third of its length in edits.
pub fn closest<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (wanted.chars().count() / 3).max(1);
    names
        .into_iter()
        .map(|name| (edits(wanted, name), name))
        // Of one letter instead of another nothing is left.
        .filter(|(distance, name)| *distance <= allowed && *distance < name.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How many letters must be put in, left out, replaced, or swapped with their neighbour.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let replaced = last[j] + usize::from(a[i] != b[j]);
            let mut least = replaced.min(row[j] + 1).min(last[j + 1] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_typing_mistakes() {
        assert_eq!(edits("wit", "wit"), 0);
        assert_eq!(edits("wti", "wit"), 1);
        assert_eq!(edits("kitten", "sitting"), 3);
        assert_eq!(edits("", "abc"), 3);
    }

    #[test]
    fn the_closest_name_is_found_where_there_is_one() {
        assert_eq!(closest("wti", ["wit", "world"]), Some("wit"));
        assert_eq!(
            closest("interfaec", ["wit", "interface"]),
            Some("interface")
        );
        assert_eq!(closest("colour", ["wit", "world"]), None);
    }
}
