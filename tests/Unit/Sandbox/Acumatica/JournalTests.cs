using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Acumatica;

public sealed class JournalTests
{
    [Fact]
    public async Task A_balanced_batch_is_posted_at_release_and_stays()
    {
        await using var erp = await Erp.StartAsync();
        var batch = (await erp.PutAsync("JournalTransaction?$expand=Details", Batch(10m, 10m, ("Hold", false)))).Json;
        Assert.Equal(("Balanced", "03-2026", "000-000"), (batch.Value("Status"), batch.Value("PostPeriod"), batch["Details"]![0]!.Value("Subaccount")));

        var keys = Web.Record(("Module", "GL"), ("BatchNbr", batch.Value("BatchNbr")));
        Assert.Equal(HttpStatusCode.NoContent, (await erp.ActAsync("JournalTransaction", "ReleaseJournalTransaction", keys.DeepClone().AsObject())).Status);
        keys["Description"] = new JsonObject { ["value"] = "changed" };
        Assert.Equal(("Posted", ""), ((await erp.PutAsync("JournalTransaction", keys)).Json.Value("Status"), (await erp.GetAsync($"JournalTransaction/GL/{batch.Value("BatchNbr")}")).Json.Value("Description")));
    }

    [Fact]
    public async Task A_batch_out_of_balance_does_not_leave_hold()
    {
        await using var erp = await Erp.StartAsync();
        var held = await erp.PutAsync("JournalTransaction", Batch(10m, 9.99m));
        Assert.Equal((HttpStatusCode.OK, "On Hold"), (held.Status, held.Json.Value("Status")));
        var keys = Web.Record(("Module", "GL"), ("BatchNbr", held.Json.Value("BatchNbr")));
        Assert.Equal(HttpStatusCode.InternalServerError, (await erp.ActAsync("JournalTransaction", "ReleaseJournalTransaction", keys)).Status);

        var refused = await erp.PutAsync("JournalTransaction", Batch(10m, 9.99m, ("Hold", false)));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "The batch is not balanced. Review the debit and credit amounts."), (refused.Status, refused.Json["error"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("LedgerID", "BUDGET", "'Ledger' 'BUDGET' cannot be found in the system.")]
    [InlineData("BranchID", "WEST", "'Branch' 'WEST' cannot be found in the system.")]
    [InlineData("TransactionDate", "2001-01-01T00:00:00Z", "The financial period for the 01/01/2001 date is not defined in the system.")]
    public async Task A_code_of_the_batch_must_exist(string field, string value, string error)
    {
        await using var erp = await Erp.StartAsync();
        Assert.Equal(error, (await erp.PutAsync("JournalTransaction", Batch(1m, 1m, (field, value)))).Json.Error(field));
    }

    [Fact]
    public async Task Accounts_must_exist_and_be_of_the_currency()
    {
        await using var erp = await Erp.StartAsync();
        var batch = Batch(1m, 1m, ("CurrencyID", "EUR"));
        batch["Details"]![1]!["Account"]!["value"] = "99999";

        var lines = (await erp.PutAsync("JournalTransaction", batch)).Json["Details"]!;

        Assert.Equal("The account is denominated in USD; the batch is in EUR.", lines[0]!.Error("Account"));
        Assert.Equal("'Account' '99999' cannot be found in the system.", lines[1]!.Error("Account"));
    }

    [Fact]
    public async Task A_closed_period_takes_no_batch()
    {
        await using var erp = await Erp.StartAsync();
        await erp.ControlAsync("periods", new() { ["period"] = "03-2026" });
        Assert.Equal("The 03-2026 financial period is closed in the MAIN company.", (await erp.PutAsync("JournalTransaction", Batch(1m, 1m))).Json.Error("TransactionDate"));
    }

    private static JsonObject Batch(decimal debit, decimal credit, params (string Name, object? Value)[] more)
    {
        var batch = Web.Record(("TransactionDate", "2026-03-14T00:00:00Z"), ("Details", new[]
        {
            Web.Record(("Account", "10200"), ("DebitAmount", debit), ("ReferenceNbr", "ch_1")), Web.Record(("Account", "12200"), ("CreditAmount", credit)),
        }));
        foreach (var (name, value) in Web.Record(more).ToList())
        {
            batch[name] = value!.DeepClone();
        }

        return batch;
    }
}
