using Integration.Sandbox.Dynamics.Finance.Returns;

namespace Integration.Sandbox.Dynamics.Finance.Forms;

/// <summary>Codes of the environment for which the stand-in serves no entity set.</summary>
internal static class Codes
{
    /// <summary>Currencies with their decimals.</summary>
    public static IReadOnlyDictionary<string, int> Currencies { get; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["USD"] = 2, ["EUR"] = 2, ["GBP"] = 2, ["JPY"] = 0 };

    public static IReadOnlyList<string> CustomerGroups { get; } = ["WEB", "WHOLESALE"];

    public static IReadOnlyList<string> PriceGroups { get; } = ["WHOLESALE", "VIP"];

    public static IReadOnlyList<string> PaymentTerms { get; } = ["Net30", "Net60", "Prepaid"];

    public static IReadOnlyList<string> Units { get; } = ["ea", "box", "pack", "kg", "hr"];

    public static IReadOnlyList<string> TaxGroups { get; } = ["WEBTAX", "EXEMPT"];

    public static IReadOnlyList<string> TaxItemGroups { get; } = ["TAXABLE", "EXEMPT"];

    public static IReadOnlyList<string> Sites { get; } = ["1", "2"];

    public static IReadOnlyList<string> ReturnReasons { get; } = ["UNWANTED", "DAMAGED", "WRONGITEM"];

    /// <summary>Disposition codes, each with what it does.</summary>
    public static IReadOnlyDictionary<string, DispositionAction> Dispositions { get; } = new Dictionary<string, DispositionAction>(StringComparer.OrdinalIgnoreCase)
    {
        ["CREDIT"] = DispositionAction.Credit, ["NOGOODS"] = DispositionAction.CreditOnly, ["SCRAP"] = DispositionAction.Scrap,
    };

    public static IReadOnlyList<string> BankAccounts { get; } = ["USMF OPER", "USMF EUR", "PAYPAL"];

    public static IReadOnlyList<string> PaymentJournalNames { get; } = ["CustPay", "WebPay"];

    public static IReadOnlyList<string> JournalNames { get; } = ["GenJrn", "WebJrn"];

    /// <summary>Rate of the tax that a sales tax group and an item sales tax group have in common, in percent; nothing where one is missing.</summary>
    public static decimal TaxRate(string group, string itemGroup) => (group, itemGroup) == ("WEBTAX", "TAXABLE") ? 8.5m : 0m;

    /// <summary>Rounds an amount as its currency does.</summary>
    public static decimal Round(decimal amount, string currency) => Math.Round(amount, Currencies.GetValueOrDefault(currency, 2), MidpointRounding.AwayFromZero);
}
