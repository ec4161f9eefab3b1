//! What stands on the struct: which methods, what leads to the interfaces, what a plugin may lack, and how imports are put
//! together.

use fidius_wit::{closest, rust_type};

use super::names::Taken;
use super::{Binder, Parts, RESERVED, ident};
use crate::args::Args;
use crate::bindings::{Export, Place};
use crate::messages;

impl Binder<'_> {
    /// Decides which methods stand on the struct itself, and names those that lead to the interfaces.
    pub(super) fn finish_struct(&mut self, parts: &mut Parts, is_root: bool) {
        let names_of = |parts: &Parts, export: &Export| -> Vec<String> {
            let functions = parts.interfaces[export.interface].functions.iter();
            functions
                .flat_map(|functions| &functions.functions)
                .map(|function| function.struct_ident.to_string())
                .collect()
        };
        let mut taken = Taken::default();
        for name in RESERVED {
            taken.add(name);
        }
        for export in parts.exports.iter().filter(|export| export.is_world) {
            for name in names_of(parts, export) {
                taken.add(&name);
            }
        }
        let interfaces: Vec<usize> = (0..parts.exports.len())
            .filter(|index| !parts.exports[*index].is_world)
            .collect();
        if let [only] = interfaces[..] {
            let names = names_of(parts, &parts.exports[only]);
            if names.iter().all(|name| !taken.has(name)) {
                for name in &names {
                    taken.add(name);
                }
                parts.exports[only].is_on_struct = true;
            }
            if is_root {
                parts.exports[only].accessor = None;
            }
        }
        for export in &mut parts.exports {
            if let Some(accessor) = &mut export.accessor {
                let name = accessor.method.to_string();
                accessor.method = ident(&taken.free(&[&name]));
            }
        }
    }

    /// Marks the functions that a plugin may lack.
    pub(super) fn mark_optional(&mut self, args: &Args, parts: &mut Parts) {
        for literal in &args.optional {
            let wanted = literal.value();
            let mut there = Vec::new();
            let mut is_found = false;
            for export in &mut parts.exports {
                let Some(functions) = &parts.interfaces[export.interface].functions else {
                    continue;
                };
                let whole = functions.name.as_str();
                let unversioned = whole.split('@').next().unwrap_or(whole);
                let short = unversioned.rsplit('/').next().unwrap_or(unversioned);
                let names_interface = |name: &str| {
                    !export.is_world && (name == whole || name == unversioned || name == short)
                };
                if !export.is_world {
                    there.push(short.to_owned());
                }
                for (index, function) in functions.table.functions.iter().enumerate() {
                    let name = &*function.label();
                    there.push(name.to_owned());
                    // The interface may have dots in its version, and a method has one in its name.
                    let is_qualified = wanted
                        .strip_suffix(name)
                        .and_then(|rest| rest.strip_suffix('.'))
                        .is_some_and(names_interface);
                    if wanted == name || is_qualified || names_interface(&wanted) {
                        export.optional[index] = true;
                        is_found = true;
                    }
                }
            }
            if !is_found {
                let meant = closest(&wanted, there.iter().map(String::as_str));
                let message = messages::optional_unknown(&wanted, &there, meant);
                self.errors.on(literal, message);
            }
        }
    }

    /// Makes the names of the fields that put imports together distinct.
    pub(super) fn name_import_fields(imports_struct: &str, parts: &mut Parts) {
        let mut fields = Taken::default();
        let mut parameters = Taken::default();
        // The struct itself, and what its implementations name without a path.
        parameters.add(imports_struct);
        for import in &mut parts.imports {
            if let Place::Module(module) = &parts.interfaces[import.interface].place {
                import.field = module.clone();
                import.parameter = ident(&rust_type(&module.to_string()));
            }
            import.field = ident(&fields.free(&[&import.field.to_string()]));
            import.parameter = ident(&parameters.free(&[&import.parameter.to_string()]));
        }
    }
}
