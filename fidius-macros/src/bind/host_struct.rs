//! What stands on the struct: which methods, what leads to the interfaces, and how imports are put together.

use fidius_wit::rust_type;

use super::names::Taken;
use super::{Binder, Parts, RESERVED, ident};
use crate::bindings::{Export, Place};

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
