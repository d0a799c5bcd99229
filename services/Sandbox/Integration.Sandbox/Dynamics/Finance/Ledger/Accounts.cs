using Integration.Sandbox.Dynamics.Finance.Forms;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Ledger;

/// <summary>Accounts of journal lines: a main account with its dimensions, a customer or a bank account.</summary>
internal static class Accounts
{
    /// <summary>The chart of accounts of both legal entities.</summary>
    public const string Chart = "Shared";

    /// <summary>Checks an account of a line, as its type says; an empty one is left to the caller.</summary>
    public static void Check(Entry entry, string type, string account, string label)
    {
        var value = entry.Row.Text(account);
        if (value.Length == 0)
        {
            return;
        }

        var exists = entry.Row.Text(type) switch
        {
            "Cust" => entry.Save.Find(Tables.Customers, entry.Company, value) is not null,
            "Bank" => Codes.BankAccounts.Contains(value, StringComparer.OrdinalIgnoreCase),
            // The main account comes first in the text of an account structure.
            "Ledger" => entry.Save.Find(Tables.MainAccounts, "", Chart, value.Split('-')[0]) is { } main && !main.Is("IsSuspended"),
            var other => throw entry.Refuse($"Account type {other} is not used in this journal."),
        };
        if (!exists)
        {
            throw entry.Refuse($"The value '{value}' in field '{label}' is not found in the related table '{entry.Row.Text(type)}'.");
        }
    }

    /// <summary>A line is either a debit or a credit, and not negative.</summary>
    public static void CheckAmounts(Entry entry)
    {
        var row = entry.Row;
        var currency = row.Text("CurrencyCode");
        row.Set("DebitAmount", Codes.Round(row.Number("DebitAmount"), currency)).Set("CreditAmount", Codes.Round(row.Number("CreditAmount"), currency));
        var (debit, credit) = (row.Number("DebitAmount"), row.Number("CreditAmount"));
        if (debit < 0 || credit < 0 || (debit == 0) == (credit == 0))
        {
            throw entry.Refuse("A line must have either a debit amount or a credit amount.");
        }
    }
}
