namespace Integration.Acumatica.Returns;

/// <summary>How a credit memo or refund is named: <c>Credit Memo/CRM000123</c>, <c>Refund/000123</c>; type and number are the entities' keys.</summary>
internal readonly record struct CreditId(string Type, string Number)
{
    /// <summary>The type of credit memos.</summary>
    public const string Memo = "Credit Memo";

    /// <summary>The type of refunds paid out.</summary>
    public const string Refund = "Refund";

    /// <summary>True for a refund, which is a payment; else it is a sales invoice.</summary>
    public bool IsRefund => Type == Refund;

    /// <summary>Reads an id; null when it is not one.</summary>
    public static CreditId? Parse(string id)
    {
        var slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < id.Length - 1 && id[..slash] is Memo or Refund ? new CreditId(id[..slash], id[(slash + 1)..]) : null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Type}/{Number}";
}
