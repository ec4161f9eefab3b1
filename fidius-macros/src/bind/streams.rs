//! The streams of guests of fidius 0.5: those that they give out as resources, and those of the client's that they read.

use fidius_wit::wit_parser::{
    Function as WitFunction, InterfaceId, Type as WitType, TypeDefKind, TypeId, WorldItem,
};
use fidius_wit::{Function as TableFunction, FunctionKind, pulled, rust_ident, rust_type};
use proc_macro2::{Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use super::marks::{Exported, Found};
use super::names::Taken;
use super::{Binder, Parts, ident};
use crate::args::Args;
use crate::bindings::{
    ClientItem, ErrorShape, Feed, Function, Handles, Named, Param, Passed, Place, Pulled, Returns,
    Role, Ty,
};
use crate::messages;
use crate::reach::Reached;
use crate::select::{PULL, SelectedInterface};

/// A function that returns a stream as a resource.
pub(super) struct PulledStream {
    /// Its place in the table.
    pub(super) function: usize,
    /// The place of the function that gives the next item.
    pub(super) next: usize,
    pub(super) resource: TypeId,
    /// Whether the resource is used for nothing else, so that it needs no type of its own.
    pub(super) is_only_this: bool,
}

impl<'a> Binder<'a> {
    /// The functions of an interface that return streams as resources. Only a plugin has such: what the host gives, it implements as
    /// the WIT says it.
    pub(super) fn pulled_streams(
        &self,
        selected: &SelectedInterface,
        table: &fidius_wit::Interface,
        supported: &[&'a WitFunction],
    ) -> Vec<PulledStream> {
        let resolve = self.resolve;
        if !selected.exported || selected.imported {
            return Vec::new();
        }
        let functions = table.functions.iter().enumerate();
        functions
            .filter_map(|(place, function)| {
                let stream = pulled(table, function)?;
                let next = supported[stream.next];
                let resource = next.kind.resource()?;
                // One that is used from elsewhere may have the name too.
                let own = resolve.interfaces[selected.id].types.get(stream.resource);
                (own == Some(&resource)).then(|| PulledStream {
                    function: place,
                    next: stream.next,
                    resource,
                    is_only_this: !self.is_used_besides(
                        selected.id,
                        resource,
                        supported[place],
                        next,
                    ),
                })
            })
            .collect()
    }

    /// Whether anything has to do with a resource besides the function that returns it and its own.
    fn is_used_besides(
        &self,
        interface: InterfaceId,
        resource: TypeId,
        function: &WitFunction,
        next: &WitFunction,
    ) -> bool {
        let resolve = self.resolve;
        let mut reached = Reached::new(resolve);
        for (id, other) in resolve.interfaces.iter() {
            if id != interface {
                reached.add_interface(id);
                continue;
            }
            for ty in other.types.values().filter(|ty| **ty != resource) {
                reached.add(*ty);
            }
            for own in other.functions.values() {
                if std::ptr::eq(own, function) {
                    for param in &own.params {
                        reached.add_type(&param.ty);
                    }
                    if let (_, Some(err)) = self.sides(own.result.as_ref()) {
                        reached.add_type(&err);
                    }
                } else if std::ptr::eq(own, next) {
                    if let Some(ty) = &own.result {
                        reached.add_type(ty);
                    }
                } else {
                    reached.add_function(own);
                }
            }
        }
        for (_, world) in resolve.worlds.iter() {
            for item in world.imports.values().chain(world.exports.values()) {
                match item {
                    WorldItem::Function(function) => reached.add_function(function),
                    WorldItem::Type { id, .. } => reached.add(*id),
                    WorldItem::Interface { .. } => {}
                }
            }
        }
        reached.has(resource)
    }

    /// The sides of a `result`.
    fn sides(&self, ty: Option<&WitType>) -> (Option<WitType>, Option<WitType>) {
        match ty {
            Some(WitType::Id(id)) => match &self.resolve.types[*id].kind {
                TypeDefKind::Result(result) => (result.ok, result.err),
                TypeDefKind::Type(target) => self.sides(Some(target)),
                _ => (None, None),
            },
            _ => (None, None),
        }
    }

    /// Has a function return the stream in place of the resource. `first` is the number of the marker of the interface's first
    /// function.
    pub(super) fn return_stream(
        &mut self,
        function: &mut Function,
        stream: &PulledStream,
        supported: &[&'a WitFunction],
        first: usize,
    ) {
        let (_, Some(error)) = self.sides(supported[stream.next].result.as_ref()) else {
            return;
        };
        let next = self.method(stream.resource, supported[stream.next], stream.next);
        let Returns::Result(Some(ok), Some(err)) = next.result else {
            return;
        };
        let Ty::Option(item) = ok.target() else {
            return;
        };
        let ty = Ty::Pulled(Box::new(Pulled {
            next: first + stream.next,
            item: (**item).clone(),
            error: err,
            shape: self.shape_of_error(&error),
        }));
        match &mut function.result {
            Returns::Result(ok, _) => *ok = Some(ty),
            result => *result = Returns::Value(ty),
        }
    }

    fn shape_of_error(&self, ty: &WitType) -> ErrorShape {
        let id = match ty {
            WitType::String => return ErrorShape::Text,
            WitType::Id(id) => *id,
            _ => return ErrorShape::Other,
        };
        match &self.resolve.types[id].kind {
            TypeDefKind::Type(target) => self.shape_of_error(target),
            TypeDefKind::Enum(ty) => ErrorShape::Enum(
                ty.cases
                    .iter()
                    .map(|case| (ident(&rust_type(&case.name)), case.name.clone()))
                    .collect(),
            ),
            TypeDefKind::Record(record) => {
                let fields = record.fields.iter().map(|field| {
                    let is_option = self.is_optional_text(&field.ty)?;
                    let ident = ident(&rust_ident(&field.name));
                    Some((ident, field.name.clone(), is_option))
                });
                match fields.collect() {
                    Some(fields) => ErrorShape::Record(fields),
                    None => ErrorShape::Other,
                }
            }
            _ => ErrorShape::Other,
        }
    }

    /// Whether a text is optional; `None` where it is no text.
    fn is_optional_text(&self, ty: &WitType) -> Option<bool> {
        let id = match ty {
            WitType::String => return Some(false),
            WitType::Id(id) => *id,
            _ => return None,
        };
        match &self.resolve.types[id].kind {
            TypeDefKind::Type(target) => self.is_optional_text(target),
            TypeDefKind::Option(some) => {
                (self.is_optional_text(some) == Some(false)).then_some(true)
            }
            _ => None,
        }
    }

    /// Gives functions the client streams that they read, and returns the types of the items.
    pub(super) fn mark_client_streams(
        &mut self,
        args: &Args,
        parts: &mut Parts,
    ) -> Vec<ClientItem> {
        let without = self.component_without_pull();
        let mut items = Vec::new();
        for entry in &args.client_streams {
            let literal = &entry.function;
            let wanted = literal.value();
            let found = parts.functions_named(&wanted);
            if found.is_empty() {
                self.errors.on(literal, not_a_function(&wanted, parts));
                continue;
            }
            if let Some(shown) = &without {
                let message = messages::client_stream_of_component(&wanted, shown);
                self.errors.on(literal, message);
            }
            let Some(item) = &entry.item else { continue };
            let number = items.len();
            items.push(ClientItem(from_within(item.to_token_stream())));
            for Found { export, function } in found {
                let export = &mut parts.exports[export];
                let interface = &mut parts.interfaces[export.interface];
                let Some(functions) = &mut interface.functions else {
                    continue;
                };
                let entry = &functions.table.functions[function];
                let name = &functions.name;
                let message = if entry.kind == FunctionKind::Method {
                    messages::client_stream_of_method(entry, name)
                } else if entry.is_concurrent() {
                    messages::client_stream_of_concurrent(entry, name)
                } else if functions.role == Role::Both {
                    messages::client_stream_of_both(entry, name)
                } else if export.client_streams[function] {
                    messages::client_stream_twice(&entry.label(), name)
                } else {
                    export.client_streams[function] = true;
                    let mut all = functions.functions.iter_mut();
                    if let Some(function) = all.find(|known| known.index == function) {
                        function.feed = Some(feed(function, number));
                    }
                    continue;
                };
                self.errors.on(literal, message);
            }
        }
        items
    }

    /// The component whose WIT is known and that reads no client streams.
    fn component_without_pull(&self) -> Option<String> {
        let (shown, resolve, world) = match (&self.source.component, self.source.world) {
            (Some(component), _) => (&component.shown, &component.resolve, component.world),
            (None, Some(world)) => (&self.source.shown, self.resolve, world),
            (None, None) => return None,
        };
        let mut imports = resolve.worlds[world].imports.keys();
        let has_pull = imports.any(|key| resolve.name_world_key(key).starts_with(PULL));
        (!has_pull).then(|| shown.clone())
    }
}

/// The stream that a function reads whose items are of the type with this number.
fn feed(function: &Function, number: usize) -> Feed {
    let mut taken = Taken::default();
    for param in &function.params {
        taken.add(&param.ident.to_string());
    }
    let item = Ty::Named(Named {
        place: Place::Items,
        ident: ident(&format!("__Item{number}")),
        passed: Passed::ByValue,
        handles: Handles::default(),
    });
    Feed {
        item: number,
        param: Param {
            ident: ident(&taken.free(&["items", "stream_items"])),
            ty: Ty::Stream(Some(Box::new(item))),
        },
    }
}

/// What is wrong with a name in `client_streams` that is of no function.
fn not_a_function(wanted: &str, parts: &Parts) -> messages::Message {
    let is_able = |exported: &Exported<'_>, function: &TableFunction| {
        exported.functions.role != Role::Both
            && function.kind != FunctionKind::Method
            && !function.is_concurrent()
    };
    let mut labels = Vec::new();
    let mut able = Vec::new();
    for (_, exported) in parts.exported() {
        let functions = &exported.functions.table.functions;
        let of_this = functions
            .iter()
            .filter(|function| is_able(&exported, function));
        if exported.is_interface_named(wanted) {
            let able: Vec<String> = of_this
                .map(|function| exported.qualified(function))
                .collect();
            return messages::client_stream_interface(wanted, &able);
        }
        able.extend(of_this.map(TableFunction::label));
        labels.extend(functions.iter().map(TableFunction::label));
    }
    let meant = parts.closest(wanted, &labels);
    messages::client_stream_unknown(wanted, &able, meant.as_deref())
}

/// A type as it is written in a module in the outer one, where the user wrote it for where the struct stands. What it names
/// keeps the place that it has in the user's text.
fn from_within(ty: TokenStream) -> TokenStream {
    let mut rewritten = TokenStream::new();
    // Whether what comes next is a part of a path that has begun before.
    let mut is_in_path = false;
    let mut colon = false;
    for token in ty {
        let token = match token {
            TokenTree::Group(group) => {
                let mut inner =
                    proc_macro2::Group::new(group.delimiter(), from_within(group.stream()));
                inner.set_span(group.span());
                (is_in_path, colon) = (false, false);
                TokenTree::Group(inner)
            }
            TokenTree::Punct(punct) => {
                is_in_path = punct.as_char() == ':' && colon;
                colon = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                TokenTree::Punct(punct)
            }
            TokenTree::Ident(ident) if !is_in_path && (ident == "self" || ident == "super") => {
                let up = quote_at(ident.span(), ident == "super");
                rewritten.extend(up);
                (is_in_path, colon) = (false, false);
                continue;
            }
            other => {
                (is_in_path, colon) = (false, false);
                other
            }
        };
        rewritten.extend([token]);
    }
    rewritten
}

/// The way out of both modules, and of the one that the struct stands in.
fn quote_at(span: Span, is_super: bool) -> TokenStream {
    let up = if is_super {
        quote!(super::super::super)
    } else {
        quote!(super::super)
    };
    let tokens = up.into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    tokens.collect()
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::from_within;

    #[test]
    fn paths_lead_to_where_they_led() {
        let check = |written: proc_macro2::TokenStream, within: proc_macro2::TokenStream| {
            assert_eq!(from_within(written).to_string(), within.to_string());
        };
        check(quote!(u32), quote!(u32));
        check(quote!(crate::Point), quote!(crate::Point));
        check(quote!(self::Point), quote!(super::super::Point));
        check(
            quote!(super::super::Point),
            quote!(super::super::super::super::Point),
        );
        check(
            quote!((Vec<self::a::Point>, [super::B; 2], ::std::string::String)),
            quote!((
                Vec<super::super::a::Point>,
                [super::super::super::B; 2],
                ::std::string::String
            )),
        );
        check(
            quote!(fn(x: self::A) -> self::B),
            quote!(fn(x: super::super::A) -> super::super::B),
        );
    }
}
