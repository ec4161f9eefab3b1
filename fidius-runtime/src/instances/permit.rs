//! Leave to have an instance: a plugin may have only so many, and so may all plugins of a runtime together.

use std::sync::Arc;
use std::time::Duration;

use crate::imports::nested;
use crate::instances::call::{Call, Span};
use crate::instances::gate::{Closed, Gate};
use crate::instances::{Mode, now};
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

/// Counts an instance among those that are alive, until it is dropped.
pub(crate) struct Permit {
    plugin: Arc<Loaded>,
    /// Whether it is for an instance that no call has: those have room of their own, so that they keep no call from anything.
    is_spare: bool,
}

impl Permit {
    /// Waits for it within the time of the call, unless the call is one that must not wait.
    ///
    /// # Errors
    ///
    /// There is none within that time; too many wait for one already; the call must not wait.
    #[inline]
    pub(crate) async fn take(call: Call<'_>, span: Span, mode: Mode) -> Result<Self, Error> {
        match Self::take_at_once(call) {
            Some(permit) => Ok(permit),
            None => Self::wait(call, span, mode).await,
        }
    }

    /// The same for a blocking call. It is almost always there at once, and a future would take as long as all of this.
    ///
    /// # Errors
    ///
    /// Those of [`take`](Self::take).
    #[inline]
    pub(crate) fn take_blocking(call: Call<'_>, span: Span) -> Result<Self, Error> {
        match Self::take_at_once(call) {
            Some(permit) => Ok(permit),
            None => Self::wait_blocking(call, span),
        }
    }

    /// `None` where there is no room, or others wait for it already.
    #[inline]
    fn take_at_once(call: Call<'_>) -> Option<Self> {
        let plugin = call.plugin;
        if !plugin.gate.enter_at_once() {
            return None;
        }
        let mut half = Half(Some(&plugin.gate));
        if !plugin.runtime().gate.enter_at_once() {
            return None;
        }
        half.0 = None;
        Some(Self {
            plugin: Arc::clone(plugin),
            is_spare: false,
        })
    }

    #[cold]
    fn wait_blocking(call: Call<'_>, span: Span) -> Result<Self, Error> {
        now(Self::wait(call, span, Mode::Blocking))
    }

    async fn wait(call: Call<'_>, span: Span, mode: Mode) -> Result<Self, Error> {
        let plugin = call.plugin;
        // Who is in a host function has an instance of the runtime's already, and others like it may be waiting for that one.
        let is_nested = nested::is_nested();
        let in_plugin = is_nested && nested::is_in_plugin(plugin);
        let of_plugin = Door {
            gate: &plugin.gate,
            is_of_plugin: true,
            may_wait: !in_plugin,
        };
        of_plugin.enter(call, span, mode).await?;
        // Gives it back, also where the future is dropped while it waits for the other.
        let mut half = Half(Some(&plugin.gate));
        let of_runtime = Door {
            gate: &plugin.runtime().gate,
            is_of_plugin: false,
            may_wait: !is_nested,
        };
        let queued = plugin.queue_for_runtime.join();
        of_runtime.enter(call, span, mode).await?;
        drop(queued);
        half.0 = None;
        Ok(Self {
            plugin: Arc::clone(plugin),
            is_spare: false,
        })
    }

    pub(crate) fn plugin(&self) -> &Loaded {
        &self.plugin
    }

    /// An instance of the plugin's has become idle: where a call can have none for want of room, an idle one goes.
    #[inline]
    pub(crate) fn is_idle(plugin: &Loaded) {
        if plugin.gate.is_wanted() {
            plugin.runtime().pools.shed(Some(plugin));
        } else if plugin.runtime().gate.is_wanted() {
            plugin.runtime().pools.shed(None);
        }
    }

    /// Whether there is one just now.
    pub(crate) fn is_to_be_had(plugin: &Loaded) -> bool {
        plugin.gate.has_room() && plugin.runtime().gate.has_room()
    }

    /// For an instance that no call has; `None` where there is no room for another.
    pub(crate) fn for_spare(plugin: &Arc<Loaded>) -> Option<Self> {
        plugin.runtime().spares.try_enter().then(|| Self {
            plugin: Arc::clone(plugin),
            is_spare: true,
        })
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let runtime = self.plugin.runtime();
        if self.is_spare {
            runtime.spares.leave();
        } else {
            runtime.gate.leave();
            self.plugin.gate.leave();
        }
    }
}

/// The plugin's part of a permit, while the runtime's is still missing.
struct Half<'a>(Option<&'a Gate>);

impl Drop for Half<'_> {
    fn drop(&mut self) {
        if let Some(gate) = self.0 {
            gate.leave();
        }
    }
}

/// One of the two limits, for a call that wants an instance.
struct Door<'a> {
    gate: &'a Gate,
    is_of_plugin: bool,
    may_wait: bool,
}

impl Door<'_> {
    async fn enter(&self, call: Call<'_>, span: Span, mode: Mode) -> Result<(), Error> {
        if !self.may_wait {
            if self.gate.try_enter() {
                return Ok(());
            }
            let _wanted = self.gate.want();
            self.shed(call);
            return if self.gate.try_enter() {
                Ok(())
            } else {
                Err(self.must_not_wait(call))
            };
        }
        if self.gate.enter_at_once() {
            return Ok(());
        }
        let _wanted = self.gate.want();
        self.shed(call);
        let left = span.left(&call.plugin.clock).unwrap_or(Duration::MAX);
        let entered = match mode {
            Mode::Blocking => self.gate.enter(left),
            Mode::Async => self.gate.enter_async(left).await,
        };
        entered.map_err(|closed| self.closed(call, closed))
    }

    /// Has a pool give up an instance that it has no call for.
    #[cold]
    fn shed(&self, call: Call<'_>) {
        let of = self.is_of_plugin.then_some(&**call.plugin);
        call.plugin.runtime().pools.shed(of);
    }

    /// Who may have how many instances.
    fn shown(&self, call: Call<'_>) -> String {
        let limit = self.gate.limit();
        if self.is_of_plugin {
            let name = call.plugin.component.name();
            format!("the {limit} instances that {name} may have at once")
        } else {
            format!("the {limit} instances that all plugins of the runtime may have at once")
        }
    }

    #[cold]
    fn must_not_wait(&self, call: Call<'_>) -> Error {
        Error::new(
            ErrorKind::TooManyInstances,
            format!(
                "{} are alive, and a call of {} out of a host function does not wait for one (`instances` of the limits)",
                self.shown(call),
                call.plugin.component.name()
            ),
        )
    }

    #[cold]
    fn closed(&self, call: Call<'_>, closed: Closed) -> Error {
        let shown = self.shown(call);
        match closed {
            Closed::QueueFull => Error::new(
                ErrorKind::QueueFull,
                format!(
                    "{shown} are alive, and {} calls wait for one already, which is as many as may (`instances` and `queue` of \
                     the limits)",
                    self.gate.waiting()
                ),
            ),
            Closed::TimedOut => Error::new(
                ErrorKind::Timeout,
                format!(
                    "{shown} (`instances` of the limits) were alive for {}",
                    nested::shown_time(call.limits.limits.time)
                ),
            ),
        }
    }
}
