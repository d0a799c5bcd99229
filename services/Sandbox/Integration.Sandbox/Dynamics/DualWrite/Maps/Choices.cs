namespace Integration.Sandbox.Dynamics.DualWrite.Maps;

/// <summary>Value maps: members of enumerations in Finance and Operations and the choices that stand for them in Dataverse.</summary>
internal static class Choices
{
    /// <summary>Item based, the only type of order that is copied.</summary>
    public const long ItemBased = 192350000;

    /// <summary>The kind of account that is copied.</summary>
    public const long Customer = 3;

    private const long First = 192350000;
    private const long FirstHold = 806380000;

    private static readonly string[] ProcessingStatuses =
        ["Active", "Confirmed", "Picked", "PartiallyDelivered", "Delivered", "Invoiced", "PartiallyInvoiced", "Canceled", "DeliveredPartiallyInvoiced"];

    private static readonly string[] LineStatuses = ["None", "Backorder", "Delivered", "Invoiced", "Canceled"];

    private static readonly string[] OnHoldStatuses = ["No", "Invoice", "All", "Payment", "Requisition", "Never"];

    private static readonly Dictionary<string, string> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = "united states", ["DE"] = "germany", ["FR"] = "france", ["GB"] = "united kingdom", ["JP"] = "japan", ["IN"] = "india", ["ES"] = "spain", ["NZ"] = "new zealand",
        ["AU"] = "australia", ["CO"] = "columbia", ["ZA"] = "south africa", ["BE"] = "belgium", ["CA"] = "canada", ["AT"] = "austria", ["TR"] = "türkiye", ["CN"] = "china",
        ["DK"] = "denmark", ["SE"] = "sweden", ["NO"] = "norway", ["FI"] = "finland", ["EG"] = "egypt",
    };

    public static long? ProcessingStatus(string member) => Value(ProcessingStatuses, member, First);

    public static long? LineStatus(string member) => Value(LineStatuses, member, First);

    public static long? OnHold(string member) => Value(OnHoldStatuses, member, FirstHold);

    /// <summary>The hold's name; null where none is set.</summary>
    public static string? OnHold(long choice) => choice >= FirstHold && choice < FirstHold + OnHoldStatuses.Length ? OnHoldStatuses[choice - FirstHold] : null;

    /// <summary>A country by its two letters, as orders have it in Dataverse; what is in no map passes as it is.</summary>
    public static string CountryName(string code) => Countries.GetValueOrDefault(code, code);

    /// <summary>A country as orders have it in Dataverse, by its two letters; what is in no map passes as it is.</summary>
    public static string CountryCode(string name) => Countries.FirstOrDefault(country => country.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Key ?? name;

    private static long? Value(string[] members, string member, long first) => Array.IndexOf(members, member) is >= 0 and var at ? first + at : null;
}
