using System.Globalization;

namespace Integration.Contracts.OrderToCash;

/// <summary>An order's total that people in the ERP changed.</summary>
/// <param name="Before">What was agreed, in major units.</param>
/// <param name="Now">What the ERP shows.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record OrderTotalChange(decimal Before, decimal Now, string Currency)
{
    /// <summary>Plain words.</summary>
    public string InWords() => string.Create(CultureInfo.InvariantCulture, $"The total was {Before:0.00####} {Currency} and is {Now:0.00####}.");
}
