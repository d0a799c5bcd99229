using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Money;

/// <summary>Cash accounts and their currencies; they have no entity of their own in the endpoint.</summary>
internal static class CashAccounts
{
    /// <summary>Cash account, currency, and the general ledger account behind it.</summary>
    public static IReadOnlyList<(string Account, string Currency, string Ledger)> All { get; } =
    [
        ("10200WEB", "USD", "10200"), ("10250WEB", "EUR", "10250"), ("10260WEB", "GBP", "10260"), ("10270WEB", "JPY", "10270"),
        ("10300PAYPAL", "USD", "10300"), ("10350PAYPAL", "EUR", "10350"), ("10900GIFT", "USD", "10900"),
    ];

    public static string? Currency(string account) => All.FirstOrDefault(cash => cash.Account.Equals(account, StringComparison.OrdinalIgnoreCase)).Currency;

    /// <summary>True when the payment method takes receivables to that account.</summary>
    public static bool IsAllowed(Save save, string method, string account) =>
        save.Find("PaymentMethod", method)?.Lines("AllowedCashAccounts")
            .Exists(allowed => allowed.Text("CashAccount").Equals(account, StringComparison.OrdinalIgnoreCase) && allowed.Flag("UseInAR")) == true;
}
