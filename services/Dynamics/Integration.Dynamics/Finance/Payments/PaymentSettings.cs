namespace Integration.Dynamics.Finance.Payments;

/// <summary>How money is booked, from <c>settings.payments</c> of the connection.</summary>
internal sealed record PaymentSettings
{
    /// <summary>Journal name of customer payment journals; null where payments are not booked as such.</summary>
    public string? Journal { get; init; }

    /// <summary>Journal name of general journals; null where payments are not booked as such.</summary>
    public string? GeneralJournal { get; init; }

    /// <summary>What the offset account is: <c>Ledger</c> or <c>Bank</c>.</summary>
    public string OffsetAccountType { get; init; } = "Ledger";

    /// <summary>Offset account of customer payments; null for that of the method of payment.</summary>
    public string? OffsetAccount { get; init; }

    /// <summary>Most characters of a payment ID and of a document number; of a longer key they keep the storefront's code and a hash.</summary>
    public int LongestKey { get; init; } = 20;
}
