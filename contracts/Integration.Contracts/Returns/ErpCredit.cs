namespace Integration.Contracts.Returns;

/// <summary>Money given back in the ERP's books.</summary>
public sealed record ErpCredit
{
    /// <summary>The ERP's id of the document.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Number { get; init; }

    /// <summary>What it is.</summary>
    public required ErpCreditKind Kind { get; init; }

    /// <summary>The amount, positive.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>The document's calendar date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>True while it counts: released and not voided.</summary>
    public required bool Stands { get; init; }

    /// <summary>True when goods are sent in exchange, so that what is owed is settled by them and not by money.</summary>
    public bool Exchange { get; init; }

    /// <summary>Numbers of the returns that it credits.</summary>
    public IReadOnlyList<string> Returns { get; init; } = [];
}
