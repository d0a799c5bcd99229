using Integration.Contracts.Amounts;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;

namespace Integration.Connectors.Ports;

/// <summary>A movement of a shop's money as an ERP's books show it.</summary>
public sealed record BookedPayment
{
    /// <summary>The entry's key: <see cref="PaymentEntry.Key"/>.</summary>
    public required string Key { get; init; }

    /// <summary>Money that came in, or went back. What was voided is shown as the capture that it was, with <see cref="Voided"/>.</summary>
    public required PaymentEntryKind Kind { get; init; }

    /// <summary>The amount, always positive.</summary>
    public required Money Amount { get; init; }

    /// <summary>The document's date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The document.</summary>
    public required RecordRef Document { get; init; }

    /// <summary>The ERP's payment method or account, as its provider; empty where it does not say.</summary>
    public string Method { get; init; } = "";

    /// <summary>True when the document was voided, and so counts nothing.</summary>
    public bool Voided { get; init; }

    /// <summary>True when the general ledger shows it.</summary>
    public bool Released { get; init; }
}
