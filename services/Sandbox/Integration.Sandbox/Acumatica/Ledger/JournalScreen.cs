using Integration.Sandbox.Acumatica.Calls;
using Integration.Sandbox.Acumatica.Money;
using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Ledger;

/// <summary>Journal transactions (GL301000), module GL: on hold at first, balanced before they leave it, posted at release.</summary>
internal sealed class JournalScreen() : Screen("JournalTransaction", "GL Batch")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string>
    {
        "JournalTransaction.Status", "JournalTransaction.LastModifiedDateTime", "JournalTransaction.CreatedDateTime", "JournalTransaction.PostPeriod",
        "JournalTransactionDetail.LineNbr", "JournalTransactionDetail.Description",
    };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, ScreenAction> Actions { get; } = new Dictionary<string, ScreenAction>
    {
        ["ReleaseJournalTransaction"] = new(true, (save, batch, _) => Release(save, batch)),
    };

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Module", "GL").Set("Hold", true).Set("BranchID", "MAIN").Set("LedgerID", "ACTUAL")
        .Set("CurrencyID", "USD").Set("TransactionDate", new DateTimeOffset(save.Now.Date, TimeSpan.Zero));

    /// <inheritdoc/>
    public override void Number(Save save, Row row) => row.Set("Module", "GL").Set("BatchNbr", save.Next("JournalTransaction", "GL"));

    /// <inheritdoc/>
    public override void Apply(Save save, Row row, Change change, bool isNew)
    {
        if (isNew || row.Text("Status") is "On Hold" or "Balanced")
        {
            base.Apply(save, row, change, isNew);
        }
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (row.Text("Status") == "Posted")
        {
            return;
        }

        var date = new DateTimeOffset((row.Instant("TransactionDate") ?? save.Now).UtcDateTime.Date, TimeSpan.Zero);
        row.Set("TransactionDate", date).Set("PostPeriod", Periods.Name(date)).Set("Status", row.Flag("Hold") ? "On Hold" : "Balanced");
        if (Periods.Refuses(save, date, null) is { } closed)
        {
            row.Fail("TransactionDate", closed);
        }

        Known(save, row, "LedgerID", "Ledger", "Ledger");
        Known(save, row, "CurrencyID", "Currency", "Currency");
        Branch(row);
        var number = 0L;
        foreach (var line in row.Lines("Details"))
        {
            line.Set("LineNbr", ++number);
            Check(save, row, line);
        }

        var (debit, credit) = (row.Lines("Details").Sum(line => line.Number("DebitAmount")), row.Lines("Details").Sum(line => line.Number("CreditAmount")));
        if (!row.HasErrors && !row.Flag("Hold") && debit != credit)
        {
            row.Error = "The batch is not balanced. Review the debit and credit amounts.";
        }
    }

    /// <inheritdoc/>
    public override void Delete(Save save, Row row)
    {
        if (row.Text("Status") == "Posted")
        {
            throw ErpFault.Exception("Error: A posted batch cannot be deleted.");
        }

        base.Delete(save, row);
    }

    private static void Check(Save save, Row batch, Row line)
    {
        line.Default("BranchID", batch.Text("BranchID")).Default("Subaccount", "000-000");
        Branch(line);
        if (save.Find("Account", line.Text("Account")) is not { } account || !account.Flag("Active"))
        {
            Missing(line, "Account", "Account", line.Text("Account"));
        }
        else
        {
            line.Set("Account", account.Text("AccountCD")).Set("Description", account.Text("Description"));
            if (account.Has("CurrencyID") && account.Text("CurrencyID") != batch.Text("CurrencyID"))
            {
                line.Fail("Account", $"The account is denominated in {account.Text("CurrencyID")}; the batch is in {batch.Text("CurrencyID")}.");
            }
        }

        if (save.Find("Subaccount", line.Text("Subaccount")) is not { } sub || !sub.Flag("Active"))
        {
            Missing(line, "Subaccount", "Subaccount", line.Text("Subaccount"));
        }

        // A line is debit or credit: the form empties the other side.
        if (line.Number("DebitAmount") != 0 && line.Number("CreditAmount") != 0)
        {
            line.Set("DebitAmount", 0m);
        }

        foreach (var side in (string[])["DebitAmount", "CreditAmount"])
        {
            line.Default(side, 0m).Set(side, Math.Round(line.Number(side), (int)(save.Find("Currency", batch.Text("CurrencyID"))?.Whole("DecimalPrecision") ?? 2), MidpointRounding.AwayFromZero));
        }
    }

    private static void Known(Save save, Row row, string field, string entity, string display)
    {
        if (save.Find(entity, row.Text(field)) is null)
        {
            Missing(row, field, display, row.Text(field));
        }
    }

    private static void Branch(Row row)
    {
        if (!row.Text("BranchID").Equals("MAIN", StringComparison.OrdinalIgnoreCase))
        {
            Missing(row, "BranchID", "Branch", row.Text("BranchID"));
        }
    }

    private static void Release(Save save, Row batch)
    {
        if (batch.Text("Status") != "Balanced" || batch.Lines("Details").Count == 0)
        {
            throw ErpFault.Disabled("Release");
        }

        if (Periods.Refuses(save, batch.Instant("TransactionDate")!.Value, null) is { } closed)
        {
            throw ErpFault.Exception($"Error: {closed}");
        }

        batch.Set("Status", "Posted");
    }
}
