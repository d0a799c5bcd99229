using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Cash accounts and their currencies; they have no entity of their own in the endpoint.</summary>
internal static class CashAccounts
{
    private static readonly Dictionary<string, string> Currencies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["10200WEB"] = "USD",
        ["10250WEB"] = "EUR",
    };

    public static string? Currency(string account) => Currencies.GetValueOrDefault(account);

    /// <summary>True when the payment method takes receivables to that account.</summary>
    public static bool IsAllowed(Save save, string method, string account) =>
        save.Find("PaymentMethod", method)?.Lines("AllowedCashAccounts")
            .Exists(allowed => allowed.Text("CashAccount").Equals(account, StringComparison.OrdinalIgnoreCase) && allowed.Flag("UseInAR")) == true;
}
