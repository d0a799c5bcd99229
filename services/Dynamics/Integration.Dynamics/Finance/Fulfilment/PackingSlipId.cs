namespace Integration.Dynamics.Finance.Fulfilment;

/// <summary>How looks and hints name a packing slip: the order's number, a slash and the slip's, because a slip's number is unique within its order only.</summary>
internal readonly record struct PackingSlipId(string Order, string Slip)
{
    /// <summary>Reads it; null when it is not of that form.</summary>
    public static PackingSlipId? Parse(string id) =>
        id.Split('/') is [{ Length: > 0 } order, { Length: > 0 } slip] ? new PackingSlipId(Plain(order), Plain(slip)) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Safe(Order)}/{Safe(Slip)}";

    // Number sequences may hold the signs that separate numbers here.
    private static string Safe(string number) => number.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal);

    private static string Plain(string number) => number.Replace("%7C", "|", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);
}
