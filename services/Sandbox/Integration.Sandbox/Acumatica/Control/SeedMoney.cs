using System.Globalization;
using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Records;

namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Currencies, accounts, payment methods and periods of a new tenant.</summary>
internal static class SeedMoney
{
    /// <summary>Payment methods with the cash accounts that they may use; the first is the default.</summary>
    private static readonly (string Method, string[] Accounts)[] Methods =
    [
        ("ONLINE", ["10200WEB", "10250WEB", "10260WEB", "10270WEB"]), ("PHONE", ["10200WEB", "10250WEB"]), ("COD", ["10200WEB", "10250WEB"]), ("CHECK", ["10200WEB", "10250WEB"]),
        ("CARD", ["10200WEB", "10250WEB", "10260WEB", "10270WEB"]), ("PAYPAL", ["10300PAYPAL", "10350PAYPAL"]), ("GIFTCARD", ["10900GIFT"]),
    ];

    public static void Plant(Save save)
    {
        Row Put(string entity, string key, string id, string description) => save.Insert(save.New(entity).Set(key, id)).Set("Description", description);

        foreach (var (id, description, symbol, digits) in ((string, string, string, int)[])
            [("USD", "US Dollar", "$", 2), ("EUR", "Euro", "€", 2), ("GBP", "Pound Sterling", "£", 2), ("JPY", "Yen", "¥", 0)])
        {
            Put("Currency", "CurrencyID", id, description).Set("Active", true).Set("DecimalPrecision", digits).Set("CurrencySymbol", symbol).Set("UseForAccounting", true);
        }

        foreach (var (account, currency, ledger) in CashAccounts.All)
        {
            Put("Account", "AccountCD", ledger, $"Cash {account}").Set("Type", "Asset").Set("Active", true).Set("CashAccount", true).Set("CurrencyID", currency);
        }

        foreach (var (account, description, type) in ((string, string, string)[])
        [
            ("11000", "Accounts receivable", "Asset"), ("12200", "Payments under way", "Asset"), ("20600", "Customer deposits", "Liability"), ("23000", "Gift cards", "Liability"),
            ("23100", "Store credit", "Liability"), ("24000", "Sales tax payable", "Liability"), ("40000", "Sales", "Income"), ("49000", "Discounts", "Income"), ("62000", "Payment fees", "Expense"),
        ])
        {
            Put("Account", "AccountCD", account, description).Set("Type", type).Set("Active", true).Set("CashAccount", false);
        }

        Put("Subaccount", "SubaccountCD", "000-000", "Default").Set("Active", true);
        Put("Subaccount", "SubaccountCD", "WEB-000", "Web shop").Set("Active", true);
        Put("Ledger", "LedgerID", "ACTUAL", "Actual ledger").Set("Type", "Actual").Set("Currency", "USD");
        foreach (var (method, accounts) in Methods)
        {
            var row = Put("PaymentMethod", "PaymentMethodID", method, method).Set("Active", true).Set("UseInAR", true).Set("UseInAP", false)
                .Set("MeansOfPayment", method == "CARD" ? "Credit Card" : "Cash/Check").Set("IntegratedProcessing", method == "CARD");
            foreach (var account in accounts)
            {
                row.Add("AllowedCashAccounts").Set("CashAccount", account).Set("PaymentMethod", method).Set("UseInAR", true).Set("ARDefault", account == accounts[0])
                    .Set("ARDefaultForRefund", account == accounts[0]).Set("Branch", "MAIN");
            }
        }

        foreach (var year in Enumerable.Range(2015, 30))
        {
            Year(save, year);
        }
    }

    private static void Year(Save save, int year)
    {
        var start = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var row = save.Insert(save.New("FinancialPeriod").Set("FinancialYear", year.ToString(CultureInfo.InvariantCulture))).Set("StartDate", start).Set("NbrOfPeriods", 12);
        foreach (var month in Enumerable.Range(0, 12))
        {
            var first = start.AddMonths(month);
            row.Add("Details").Set("FinancialPeriodID", Periods.Name(first)).Set("PeriodNbr", (month + 1).ToString("00", CultureInfo.InvariantCulture)).Set("Status", "Open")
                .Set("StartDate", first).Set("EndDate", first.AddMonths(1).AddDays(-1)).Set("Description", first.ToString("MMMM", CultureInfo.InvariantCulture))
                .Set("LengthInDays", DateTime.DaysInMonth(year, month + 1));
        }
    }
}
