using System.Globalization;
using System.Text.RegularExpressions;
using Integration.Contracts.Returns;

namespace Integration.XCart.Orders.Canonical;

/// <summary>
/// Returns that the shop's staff name in an order's staff notes, one to a line, because no document of X-Cart for returns can be read over its APIs:
/// <c>Return 1: MUG-01 x 2, TEE-RED-M, shipping; reason damaged</c>.
/// </summary>
internal static partial class NamedReturns
{
    private const string Shipping = "shipping";
    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <summary>The returns in the order of the notes; of several with one id the last counts.</summary>
    public static IReadOnlyList<OrderReturn> Of(string? staffNotes) =>
    [
        .. (staffNotes ?? "").Split(LineEnds).Select(line => Form().Match(line)).Where(match => match.Success).Select(Read)
            .GroupBy(named => named.Id, StringComparer.OrdinalIgnoreCase).Select(same => same.Last()),
    ];

    private static OrderReturn Read(Match match)
    {
        var items = match.Groups["items"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new OrderReturn
        {
            Id = match.Groups["id"].Value.ToUpperInvariant(),
            Reason = match.Groups["reason"].Value.Trim(),
            Lines = [.. items.Where(item => !IsShipping(item)).Select(Item)],
            Shipping = items.Any(IsShipping),
        };
    }

    private static ReturnedQuantity Item(string text) => Quantity().Match(text) is { Success: true } counted
        && decimal.TryParse(counted.Groups["quantity"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && quantity > 0
            ? new ReturnedQuantity(counted.Groups["sku"].Value, quantity)
            : new ReturnedQuantity(text, 1);

    private static bool IsShipping(string item) => item.Equals(Shipping, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*return\s+(?<id>[a-z0-9-]{1,10})\s*:(?<items>[^;]+)(?:;\s*reason\s+(?<reason>[^;]+))?\s*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?<sku>.+?)\s+x\s*(?<quantity>[0-9]{1,6})$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quantity();
}
