using System.Text;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Privacy;
using Integration.Connectors.TwoWay;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class TwoWayStoreTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private static readonly TwoWayRecord Anna = new TwoWayRecord { Pair = "p", Entity = "customer", Id = "8", ErpId = "C1", Sequence = 3, Conflicts = ["phone"] } with
    {
        Storefront = new Dictionary<string, string> { ["name"] = "Änne" },
    };

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_record_comes_back_whole_from_either_side(string database)
    {
        await using var bench = await OpenAsync(database);
        var store = new TwoWayStore(bench.Sealer, bench.Clock);
        var saved = Anna.WrittenToErp(new Dictionary<string, string> { ["name"] = "Änne" }, new Dictionary<string, string> { ["name"] = "ÄNNE" }, bench.Clock.GetUtcNow());
        await bench.Database.TransactAsync((unit, ct) => store.SaveAsync(unit, saved, "hash", ct), Token);

        var found = await bench.Database.ReadAsync((unit, ct) => store.OfErpAsync(unit, "p", "customer", "C1", ct), Token);
        Assert.Equal(("8", 3L), (found!.Id, found.Sequence));
        Assert.Equal(["phone"], found.Conflicts);
        Assert.Equal("Änne", found.Storefront["name"]);
        Assert.Equal(saved.Fields["name"], found.Fields["name"]);
        Assert.Equal((FieldOwner.Storefront, "ÄNNE"), (found.Fields["name"].WrittenFrom, found.Fields["name"].Base!.Erp));
        Assert.Null(await bench.Database.TransactAsync((unit, ct) => store.FindAsync(unit, "q", "customer", "8", ct), Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Values_are_not_stored_in_clear_and_an_erased_record_has_no_base(string database)
    {
        await using var bench = await OpenAsync(database);
        var store = new TwoWayStore(bench.Sealer, bench.Clock);
        await bench.Database.TransactAsync((unit, ct) => store.SaveAsync(unit, Anna, "hash", ct), Token);

        var content = await bench.Database.ReadAsync((unit, ct) => unit.FirstOrDefaultAsync<byte[]>("SELECT content FROM two_way", null, ct), Token);
        Assert.DoesNotContain("nne", Encoding.UTF8.GetString(content!), StringComparison.Ordinal);
        await bench.Database.TransactAsync((unit, ct) => unit.ExecuteAsync("UPDATE two_way SET content = NULL", null, ct), Token);
        var erased = await bench.Database.TransactAsync((unit, ct) => store.FindAsync(unit, "p", "customer", "8", ct), Token);
        Assert.Empty(erased!.Fields);
        Assert.Equal("C1", erased.ErpId);
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task A_persons_values_are_exported_and_erased_by_mail_address_and_nobody_elses(string database)
    {
        await using var bench = await OpenAsync(database);
        var store = new TwoWayStore(bench.Sealer, bench.Clock);
        await bench.Database.TransactAsync(async (unit, ct) =>
        {
            await store.SaveAsync(unit, Anna.WrittenToErp(new Dictionary<string, string> { ["phone"] = "555 0199" }, new Dictionary<string, string>(), bench.Clock.GetUtcNow()), await bench.Emails.OfAsync(unit, "anna@example.com", ct), ct);
            await store.SaveAsync(unit, Anna with { Id = "9", ErpId = "C2" }, await bench.Emails.OfAsync(unit, "other@example.com", ct), ct);
            // What a decision stores knows no address: the one that is there stays.
            await store.SaveAsync(unit, (await store.FindAsync(unit, "p", "customer", "8", ct))! with { Sequence = 4 }, null, ct);
        }, Token);
        var records = new PersonalRecords(bench.Database, bench.Sealer, bench.Emails, bench.Clock);

        var exported = Assert.Single(await records.ExportAsync(" Anna@EXAMPLE.com ", Token));
        Assert.Contains("555 0199", exported.Json, StringComparison.Ordinal);
        Assert.Equal(1, await records.EraseAsync("anna@example.com", Token));

        Assert.Empty(await records.ExportAsync("anna@example.com", Token));
        var erased = await bench.Database.TransactAsync((unit, ct) => store.FindAsync(unit, "p", "customer", "8", ct), Token);
        Assert.Equal(("C1", 0, 0, 0), (erased!.ErpId, erased.Fields.Count, erased.Storefront.Count, erased.Conflicts.Count));
        Assert.Single(await records.ExportAsync("other@example.com", Token));
    }

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Counts_add_up(string database)
    {
        await using var bench = await OpenAsync(database);
        for (var times = 0; times < 2; times++)
            await bench.Database.TransactAsync((unit, ct) => TwoWayStore.CountAsync(unit, "p", "customer", TwoWayCounts.Echoes, 2, ct), Token);
        Assert.Equal(4, (await bench.Database.ReadAsync((unit, ct) => TwoWayStore.CountsAsync(unit, "p", "customer", ct), Token))[TwoWayCounts.Echoes]);
    }
}
