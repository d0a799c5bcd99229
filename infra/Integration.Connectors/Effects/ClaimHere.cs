namespace Integration.Connectors.Effects;

/// <summary>What this process knows about a stored claim.</summary>
internal enum ClaimHere
{
    /// <summary>The claim is another process's.</summary>
    Foreign,

    /// <summary>Ours, broken off without an answer.</summary>
    Ended,

    /// <summary>Ours; the answer came but could not be saved, so no late commit can follow.</summary>
    Answered,
}
