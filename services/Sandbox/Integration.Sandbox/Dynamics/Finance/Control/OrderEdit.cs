namespace Integration.Sandbox.Dynamics.Finance.Control;

/// <summary>What a person changes on an order; only what is given is changed.</summary>
internal sealed record OrderEdit : OrderReference
{
    /// <summary>Lines that change, are substituted or removed; a line without a number is added.</summary>
    public IReadOnlyList<LineEdit> Lines { get; init; } = [];

    /// <summary>Stops the processing of the order, or lets it go on.</summary>
    public bool? Hold { get; init; }

    /// <summary>Mode of delivery.</summary>
    public string? ShipVia { get; init; }
}
