use fidius_wit::{Function, Type};

/// What there is among the types of a function.
#[derive(Clone, Copy, Default)]
pub(crate) struct Shape {
    /// Handles of resources.
    pub(crate) has_handles: bool,
    /// Handles of resources in the result.
    pub(crate) answers_handles: bool,
    /// Why it can't be called with values.
    pub(crate) obstacle: Option<&'static str>,
}

impl Shape {
    pub(crate) fn of(function: &Function) -> Self {
        let mut shape = Self::default();
        if function.is_async {
            shape.obstacle = Some("is `async`");
        }
        function.result.iter().for_each(|ty| shape.add(ty));
        shape.answers_handles = shape.has_handles;
        for param in function.params.iter() {
            shape.add(&param.ty);
        }
        shape
    }

    fn add(&mut self, ty: &Type) {
        match ty {
            Type::Own(_) | Type::Borrow(_) => self.has_handles = true,
            Type::Stream(_) => self.obstacle = Some("has a stream among its types"),
            Type::Future(_) => self.obstacle = Some("has a future among its types"),
            Type::ErrorContext => self.obstacle = Some("has an error context among its types"),
            _ => {}
        }
        ty.parts(&mut |part| self.add(part));
    }
}
