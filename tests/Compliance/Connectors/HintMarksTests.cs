using Integration.Connectors.Looks;
using Integration.Contracts.Records;
using Integration.Tests.Compliance.Connectors.Support;
using Integration.Tests.Servers;
using Xunit;

namespace Integration.Tests.Compliance.Connectors;

public sealed class HintMarksTests(PostgresFixture postgres) : OnBothDatabases(postgres)
{
    private const string Scope = "pair";
    private static readonly string[] Ids = ["1", "o'clock", "\"quoted\" \\ back", "Łódź 谢谢"];

    [Theory, InlineData(Sqlite), InlineData(Postgres)]
    public async Task Records_marked_by_one_statement_are_as_if_each_was_marked_by_itself(string database)
    {
        await using var bench = await OpenAsync(database);
        await bench.Database.TransactAsync((unit, ct) => bench.Book.MarkManyAsync(unit, Scope, Entities.Order, Ids, FoundBy.Hint, ct), Token);
        bench.Clock.Pass(TimeSpan.FromSeconds(5));
        await bench.Database.TransactAsync(
            async (unit, ct) =>
            {
                foreach (var id in Ids) await bench.Book.MarkAsync(unit, new LookKey("beside", Entities.Order, id), FoundBy.Hint, ct);
                await bench.Book.MarkManyAsync(unit, "beside", Entities.Order, Ids, FoundBy.Sweep, ct);
                await bench.Book.MarkManyAsync(unit, Scope, Entities.Order, Ids, FoundBy.Sweep, ct);
            },
            Token);

        var (many, each) = (await RowsAsync(bench, Scope), await RowsAsync(bench, "beside"));
        Assert.Equal(Ids.Order(StringComparer.Ordinal), many.Keys.Order(StringComparer.Ordinal));
        foreach (var id in Ids)
        {
            Assert.Equal(2, many[id].Dirty);
            Assert.Equal(FoundBy.Hint, many[id].FoundBy);
            Assert.Equal((each[id].Dirty, each[id].FoundBy, each[id].Tries, each[id].Sequence), (many[id].Dirty, many[id].FoundBy, many[id].Tries, many[id].Sequence));
            // What waits already keeps its place.
            Assert.Equal(each[id].DueAt - 5_000, many[id].DueAt);
        }
    }

    private static Task<IReadOnlyDictionary<string, LookRow>> RowsAsync(ConnectorBench bench, string scope) =>
        bench.Database.ReadAsync((unit, ct) => LookBook.KnownAsync(unit, scope, Entities.Order, Ids, ct), Token);
}
