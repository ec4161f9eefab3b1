use fidius_wit::{Function, Interface, Type, pulled};

use crate::dynamic::{CallShape, layout, native};

/// What there is among the types of a function.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    /// Handles of resources.
    pub(crate) has_handles: bool,
    /// Handles of resources in the result.
    pub(crate) answers_handles: bool,
    /// Streams or futures.
    pub(crate) has_streams: bool,
    /// Why it can't be called with values.
    pub(crate) obstacle: Option<&'static str>,
    /// What goes in and comes out.
    pub(crate) call: CallShape,
    /// For a function that answers with a stream which is a resource, the place among the interface's functions of the one that gives its
    /// items.
    pub(crate) next: Option<usize>,
    /// The parameter that is a stream of the component model's.
    pub(crate) stream_in: Option<usize>,
}

impl Shape {
    /// That of a function of the interface; `is_fed` where it reads a stream that is none of its parameters.
    pub(crate) fn of(interface: &Interface, function: &Function, is_fed: bool) -> Self {
        let next = pulled(interface, function).map(|pulled| pulled.next);
        let mut shape = Self {
            has_handles: false,
            answers_handles: false,
            has_streams: false,
            obstacle: None,
            call: CallShape::Unary,
            next,
            stream_in: None,
        };
        let mut answers = next.is_some();
        match (&function.result, answer_stream(function)) {
            (_, Some(item)) => {
                answers = true;
                shape.add_stream(item);
            }
            (Some(ty), None) => shape.add(ty),
            (None, None) => {}
        }
        shape.answers_handles = shape.has_handles;
        for (place, param) in function.params.iter().enumerate() {
            match &param.ty {
                Type::Stream(_) if shape.stream_in.is_some() => {
                    shape.has_streams = true;
                    shape.obstacle = Some("reads more than one stream");
                }
                Type::Stream(item) => {
                    shape.stream_in = Some(place);
                    shape.add_stream(item.as_ref());
                    if item.as_ref().is_some_and(Type::has_handles) {
                        shape.obstacle =
                            Some("reads a stream with handles of resources among its items");
                    }
                }
                ty => shape.add(ty),
            }
        }
        shape.call = CallShape::of(is_fed || shape.stream_in.is_some(), answers);
        shape
    }

    /// That of a function by itself.
    pub(crate) fn alone(function: &Function) -> Self {
        let nothing = Interface {
            name: "".into(),
            functions: Vec::new().into(),
        };
        Self::of(&nothing, function, false)
    }

    /// A stream as a parameter, or as the result.
    fn add_stream(&mut self, item: Option<&Type>) {
        self.has_streams = true;
        let Some(item) = item else {
            return;
        };
        self.add(item);
        if !native::SIZES.contains(&layout::size(item)) {
            self.obstacle = Some(
                "has a stream whose items are larger than 128 bytes in the guest's memory, or of a size that is none of the usual",
            );
        }
    }

    fn add(&mut self, ty: &Type) {
        match ty {
            Type::Own(_) | Type::Borrow(_) => self.has_handles = true,
            Type::Stream(_) => {
                self.has_streams = true;
                self.obstacle = Some("has a stream inside of another type");
            }
            Type::Future(_) => {
                self.has_streams = true;
                self.obstacle = Some("has a future among its types");
            }
            Type::ErrorContext => self.obstacle = Some("has an error context among its types"),
            _ => {}
        }
        ty.parts(&mut |part| self.add(part));
    }
}

/// What the items are of the stream of the component model's that a function answers with, perhaps in a `result`.
pub(super) fn answer_stream(function: &Function) -> Option<Option<&Type>> {
    match function.result.as_ref()? {
        Type::Stream(item) => Some(item.as_ref()),
        Type::Result(sides) => match &**sides {
            (Some(Type::Stream(item)), error) if !error.as_ref().is_some_and(has_streams) => {
                Some(item.as_ref())
            }
            _ => None,
        },
        _ => None,
    }
}

fn has_streams(ty: &Type) -> bool {
    let mut found = matches!(ty, Type::Stream(_) | Type::Future(_) | Type::ErrorContext);
    ty.parts(&mut |part| found = found || has_streams(part));
    found
}
