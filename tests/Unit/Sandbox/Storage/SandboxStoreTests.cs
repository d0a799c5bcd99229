using Integration.Sandbox.Storage;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Storage;

public sealed class SandboxStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-store-").FullName;

    private string DataFile => Path.Combine(_folder, "stand-in.db");

    [Fact]
    public async Task Committed_documents_and_counters_are_read_after_reopening()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var store = await SandboxStore.OpenAsync(DataFile, cancel))
        {
            await store.WriteAsync(unit =>
            {
                unit.Put("order", "7", new Document("Łódź", 7), key: "A");
                unit.Next("orderNumber");
                unit.Next("orderNumber");
            }, cancel);
        }

        await using var again = await SandboxStore.OpenAsync(DataFile, cancel);
        var (found, byKey, next) = await again.ReadAsync(
            unit => (unit.Find<Document>("order", "7"), unit.ByKey<Document>("order", "A"), unit.Counter("orderNumber")), cancel);
        Assert.Equal(new Document("Łódź", 7), found);
        Assert.Single(byKey);
        Assert.Equal(2, next);
    }

    [Fact]
    public async Task Work_that_throws_leaves_nothing_behind()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await SandboxStore.OpenAsync(DataFile, cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.WriteAsync(unit =>
        {
            unit.Put("order", "1", new Document("half", 1));
            throw new InvalidOperationException("mid-way");
        }, cancel));
        Assert.Equal(0, await store.ReadAsync(unit => unit.Count("order"), cancel));
    }

    [Fact]
    public async Task Work_that_throws_beside_others_is_undone_alone_and_told_to_its_own_caller()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await SandboxStore.OpenAsync(DataFile, cancel);
        var told = await Task.WhenAll(Enumerable.Range(0, 200).Select(async number =>
        {
            try
            {
                await store.WriteAsync(unit =>
                {
                    unit.Put("order", $"{number}", new Document("", number));
                    unit.Next("orders");
                    if (number % 3 == 0)
                    {
                        throw new InvalidOperationException($"{number}");
                    }
                }, cancel);
                return (number, Thrown: "");
            }
            catch (InvalidOperationException thrown)
            {
                return (number, Thrown: thrown.Message);
            }
        }));

        Assert.All(told, one => Assert.Equal(one.number % 3 == 0 ? $"{one.number}" : "", one.Thrown));
        var (kept, count) = await store.ReadAsync(unit => (unit.All<Document>("order"), unit.Counter("orders")), cancel);
        Assert.Equal(Enumerable.Range(0, 200).Where(number => number % 3 != 0), kept.Select(document => document.Number).Order());
        Assert.Equal(kept.Count, count);
    }

    [Fact]
    public async Task Pages_follow_a_number_inside_the_documents_as_it_is_now()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await SandboxStore.OpenAsync(DataFile, cancel);
        await store.WriteAsync(unit => unit.Put("order", "1", new Document("", 10)), cancel);
        await store.IndexAsync("order", "number", cancel);
        await store.WriteAsync(unit =>
        {
            unit.Put("order", "2", new Document("", 9));
            unit.Put("order", "3", new Document("", 100));
            unit.Put("other", "4", new Document("", 50));
        }, cancel);

        Assert.Equal([100, 10, 9], await PageAsync(descending: true, 0, 5));
        await store.WriteAsync(unit => unit.Put("order", "3", new Document("", 8)), cancel);
        Assert.Equal([9, 10], await PageAsync(descending: false, 1, 5));

        Task<List<int>> PageAsync(bool descending, int offset, int limit) =>
            store.ReadAsync(unit => unit.Page<Document>("order", "number", descending, offset, limit).Select(document => document.Number).ToList(), cancel);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed record Document(string Name, int Number);
}
