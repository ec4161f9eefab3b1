//! Functions: those of a trait, and those of a resource.

use fidius_wit::rust_ident;
use fidius_wit::wit_parser::{Function as WitFunction, FunctionKind, TypeId};

use super::names::Taken;
use super::{Binder, RESERVED, deprecated, ident};
use crate::bindings::{Function, Param, Returns, Ty};
use crate::docs;

/// The names that the handle of a resource has for itself.
const RESERVED_BY_RESOURCES: &[&str] = &["new", "new_async", "downcast_ref"];

impl<'a> Binder<'a> {
    /// The functions of the interface's trait: those that are called on no resource.
    pub(super) fn free_functions(&mut self, supported: &[&'a WitFunction]) -> Vec<Function> {
        let mut taken = Taken::default();
        let names = supported
            .iter()
            .filter(|function| function.kind.resource().is_none());
        for function in names {
            taken.add(&rust_ident(&function.name));
        }
        let mut functions = Vec::new();
        for (index, function) in supported.iter().enumerate() {
            let resource = || {
                let name = function
                    .kind
                    .resource()
                    .map(|id| &self.resolve.types[id].name);
                name.cloned().flatten().unwrap_or_default()
            };
            let name = match function.kind {
                FunctionKind::Method(_) | FunctionKind::AsyncMethod(_) => continue,
                // The names of constructors and statics are ours, and make way for those of the WIT.
                FunctionKind::Constructor(_) => {
                    taken.free(&[&rust_ident(&format!("new-{}", resource()))])
                }
                FunctionKind::Static(_) | FunctionKind::AsyncStatic(_) => {
                    let name = format!("{}-{}", resource(), function.item_name());
                    taken.free(&[&rust_ident(&name)])
                }
                _ => rust_ident(&function.name),
            };
            functions.push(self.function(function, index, &name, RESERVED));
        }
        functions
    }

    /// The methods of a resource.
    pub(super) fn methods(
        &mut self,
        resource: TypeId,
        supported: &[&'a WitFunction],
    ) -> Vec<Function> {
        let methods: Vec<(usize, &WitFunction)> = supported
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, function)| {
                matches!(function.kind, FunctionKind::Method(id) | FunctionKind::AsyncMethod(id)
                    if id == resource)
            })
            .collect();
        let methods = self.distinct("methods", methods, |(_, function)| {
            (
                function.item_name().to_owned(),
                rust_ident(function.item_name()),
                function.span,
            )
        });
        methods
            .into_iter()
            .map(|(index, function)| self.method(resource, function, index))
            .collect()
    }

    /// A method of a resource, which is the function at this place of the table.
    pub(super) fn method(
        &mut self,
        resource: TypeId,
        function: &WitFunction,
        index: usize,
    ) -> Function {
        let name = rust_ident(function.item_name());
        let mut method = self.function(function, index, &name, RESERVED_BY_RESOURCES);
        method.this = Some(self.named(resource));
        // The first parameter is the resource.
        method.params.remove(0);
        method
    }

    fn function(
        &mut self,
        function: &WitFunction,
        index: usize,
        name: &str,
        reserved: &[&str],
    ) -> Function {
        let struct_name = if reserved.contains(&name) {
            format!("{name}_")
        } else {
            name.to_owned()
        };
        let result = match &function.result {
            None => Returns::Nothing,
            Some(ty) => {
                let ty = self.ty(ty);
                match ty.target() {
                    Ty::Result(ok, err) => {
                        let side = |side: &Option<Box<Ty>>| side.as_deref().cloned();
                        Returns::Result(side(ok), side(err))
                    }
                    _ => Returns::Value(ty),
                }
            }
        };
        let kind = match function.kind {
            FunctionKind::Constructor(_) => "constructor",
            FunctionKind::Method(_) | FunctionKind::AsyncMethod(_) => "method",
            FunctionKind::Static(_) | FunctionKind::AsyncStatic(_) => "static function",
            _ => "function",
        };
        let shown = function.name.rsplit(']').next().unwrap_or_default();
        let docs = match (docs::markdown(&function.docs), kind) {
            (Some(docs), _) => docs,
            (None, "constructor") => format!("Makes a `{shown}`."),
            (None, _) => format!("The {kind} `{shown}`."),
        };
        Function {
            ident: ident(name),
            struct_ident: ident(&struct_name),
            wit: function.name.clone(),
            docs,
            deprecated: deprecated(&function.stability),
            params: function
                .params
                .iter()
                .map(|param| Param {
                    ident: ident(&rust_ident(&param.name)),
                    ty: self.ty(&param.ty),
                })
                .collect(),
            result,
            is_async: function.kind.is_async(),
            feed: None,
            this: None,
            index,
        }
    }
}
