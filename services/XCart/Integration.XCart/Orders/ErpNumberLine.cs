namespace Integration.XCart.Orders;

/// <summary>The line <c>ERP: SO-000123</c> in an order's staff notes.</summary>
internal static class ErpNumberLine
{
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>Why the number cannot be noted, or null.</summary>
    public static string? Fault(string erpNumber) =>
        string.IsNullOrWhiteSpace(erpNumber) || erpNumber.IndexOfAny(LineEnds) >= 0 ? "The ERP's number is empty or has several lines." : null;

    /// <summary>The line.</summary>
    public static string Of(string erpNumber) => $"ERP: {erpNumber.Trim()}";

    /// <summary>True when the notes hold it.</summary>
    public static bool IsIn(string? notes, string erpNumber) =>
        (notes ?? "").Split(LineEnds).Any(line => string.Equals(line.Trim(), Of(erpNumber), StringComparison.Ordinal));

    /// <summary>The notes with the line below.</summary>
    public static string Below(string? notes, string erpNumber) =>
        string.IsNullOrWhiteSpace(notes) ? Of(erpNumber) : $"{notes.TrimEnd(LineEnds)}\n{Of(erpNumber)}";
}
