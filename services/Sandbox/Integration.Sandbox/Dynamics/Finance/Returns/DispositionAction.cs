namespace Integration.Sandbox.Dynamics.Finance.Returns;

/// <summary>What a disposition code does with goods that come back; those of the six that are played.</summary>
internal enum DispositionAction
{
    /// <summary>The customer is credited and nothing comes back: the line counts as received at once.</summary>
    CreditOnly,

    /// <summary>The customer is credited, and the goods go back into stock.</summary>
    Credit,

    /// <summary>The customer is credited, and the goods are thrown away.</summary>
    Scrap,
}
