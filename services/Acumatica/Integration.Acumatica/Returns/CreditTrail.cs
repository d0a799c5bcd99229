using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Returns;

/// <summary>Where a credit leads to.</summary>
internal sealed record CreditTrail
{
    /// <summary>Ids of the orders whose goods or money it gives back.</summary>
    public List<string> Orders { get; } = [];

    /// <summary>Numbers of the return orders on the way.</summary>
    public List<string> Returns { get; } = [];

    /// <summary>External references on the way.</summary>
    public List<string> References { get; } = [];

    /// <summary>True when one of the return orders sends other goods.</summary>
    public bool Exchange { get; init; }

    /// <summary>Why it could not be followed to its end, or null.</summary>
    public WriteOutcome? Failure { get; init; }
}
