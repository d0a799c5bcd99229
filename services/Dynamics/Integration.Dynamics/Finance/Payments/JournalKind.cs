namespace Integration.Dynamics.Finance.Payments;

/// <summary>One of the two kinds of journals that money is booked in.</summary>
/// <param name="Headers">Entity set of its headers.</param>
/// <param name="Lines">Entity set of its lines.</param>
/// <param name="Key">Field of a line with the entry's key.</param>
/// <param name="Date">Field of a line with its date.</param>
internal sealed record JournalKind(string Headers, string Lines, string Key, string Date)
{
    /// <summary>The number of a journal, on header and lines.</summary>
    public const string Number = "JournalBatchNumber";

    /// <summary>Customer payment journals.</summary>
    public static JournalKind Payments { get; } = new("CustomerPaymentJournalHeaders", "CustomerPaymentJournalLines", "PaymentId", "TransactionDate");

    /// <summary>General journals.</summary>
    public static JournalKind General { get; } = new("LedgerJournalHeaders", "LedgerJournalLines", "Document", "TransDate");
}
