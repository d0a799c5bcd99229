namespace Integration.Sandbox.Acumatica.Control;

/// <summary>What a person in the ERP changes on an order; only what is given is changed.</summary>
internal sealed record OrderEdit : OrderReference
{
    /// <summary>Lines that change, are substituted or removed; a line without a number is added.</summary>
    public IReadOnlyList<LineEdit> Lines { get; init; } = [];

    /// <summary>Puts the order on hold or takes it off.</summary>
    public bool? Hold { get; init; }

    /// <summary>Puts the order on credit hold or releases it from there.</summary>
    public bool? CreditHold { get; init; }

    /// <summary>Ship via.</summary>
    public string? ShipVia { get; init; }
}
