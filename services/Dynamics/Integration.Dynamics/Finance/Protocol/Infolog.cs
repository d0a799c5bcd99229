using System.Text.RegularExpressions;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Finance.Protocol;

/// <summary>
/// The messages that F&amp;O's own code left behind: <c>Write failed for table row of type 'SalesOrderLineV2Entity'. Infolog: Warning: …; Error: …</c> (as public connectors met them;
/// the whole shape is documented nowhere). They name fields by their labels.
/// </summary>
internal static partial class Infolog
{
    private static readonly string[] SaysNothing =
        ["Update has been canceled", "Update has been cancelled", "Create has been canceled", "validateWrite", "validateField failed", "An error has occurred"];

    // By label, English; the integration's user has the language en-us.
    private static readonly (string Label, string Field)[] Labels =
    [
        ("Item number", "ItemNumber"), ("Product number", "ItemNumber"), ("Customer account", "OrderingCustomerAccountNumber"), ("Invoice account", "InvoiceCustomerAccountNumber"),
        ("Sales order", "SalesOrderNumber"), ("Warehouse", "ShippingWarehouseId"), ("Site", "ShippingSiteId"), ("Unit", "SalesUnitSymbol"), ("Currency", "CurrencyCode"),
        ("Mode of delivery", "DeliveryModeCode"), ("Country/region", "DeliveryAddressCountryRegionId"), ("State", "DeliveryAddressStateId"), ("ZIP/postal code", "DeliveryAddressZipCode"),
        ("Customer group", "CustomerGroupId"), ("Quantity", "OrderedSalesQuantity"), ("Requested ship date", "RequestedShippingDate"), ("Method of payment", "PaymentMethodName"),
    ];

    /// <summary>The reasons in a text; empty when it has no Infolog.</summary>
    public static IReadOnlyList<Reason> Reasons(string message)
    {
        var at = message.IndexOf("Infolog:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return [];
        var all = Parts().Split(message[(at + "Infolog:".Length)..]).Select(part => Level().Replace(part.Trim(), "").Trim(' ', ';', '.')).Where(part => part.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var telling = all.Where(part => !SaysNothing.Any(words => part.Contains(words, StringComparison.OrdinalIgnoreCase))).ToList();
        return [.. (telling.Count > 0 ? telling : all).Select(part => new Reason(FieldOf(part), $"{part}."))];
    }

    private static string FieldOf(string part)
    {
        if (Named().Match(part) is { Success: true } match)
            return Labels.FirstOrDefault(label => label.Label.Equals(match.Groups["label"].Value, StringComparison.OrdinalIgnoreCase)).Field ?? match.Groups["label"].Value;
        return Dimension().Match(part) is { Success: true } dimension
            ? Labels.FirstOrDefault(label => label.Label.Equals(dimension.Groups["label"].Value, StringComparison.OrdinalIgnoreCase)).Field ?? dimension.Groups["label"].Value
            : "";
    }

    [GeneratedRegex(@";\s*(?=(?:Error|Warning|Info)\s*:)|\r?\n", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(?:Error|Warning|Info)\s*:\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Level();

    [GeneratedRegex(@"\bfield\s+'(?<label>[^']{1,60})'", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();

    [GeneratedRegex(@"\bdimension\s+(?<label>Site|Warehouse)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Dimension();
}
