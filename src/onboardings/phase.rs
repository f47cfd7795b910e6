//! How far an onboarding has come.

use crate::open_enum::open_enum;

open_enum! {
    /// How far an onboarding has come.
    ///
    /// The API has seven phases, in the order given here. Do not jump ahead: reports would show a
    /// launch that was not (Pivotal API, Phases). The API does not stop it, and neither does this
    /// crate. `kickoff` and `integration` stand in samples of webhooks only.
    pub enum OnboardingPhase {
        /// The customer has not begun. New onboardings start here.
        BeforeGettingStarted = "before_getting_started",
        /// The program is being designed.
        ProgramDesign = "program_design",
        /// The design is under review.
        Review = "review",
        /// The program is being built.
        ProgramBuildout = "program_buildout",
        /// The program is being checked in house.
        InternalQa = "internal_qa",
        /// The customer goes live. To take a launch back, pause the onboarding instead.
        Launch = "launch",
        /// The onboarding is over, for good.
        Completed = "completed",
        /// Seen in webhooks, not among the phases of the API.
        Kickoff = "kickoff",
        /// Seen in webhooks, not among the phases of the API.
        Integration = "integration",
    }
}
