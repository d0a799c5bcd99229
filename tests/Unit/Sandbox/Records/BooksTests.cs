using Integration.Sandbox.Records;
using Integration.Sandbox.Storage;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Records;

public sealed class BooksTests : IAsyncLifetime
{
    private const long Version = 7;

    private readonly string _folder = Directory.CreateTempSubdirectory("books-").FullName;
    private SandboxStore _store = null!;
    private BoxBooks _books = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_saved_is_there_after_reopening_and_nothing_is_planted_again()
    {
        await _books.SaveAsync(save => save.Add(2, "red"), Token);
        await CloseAsync();
        await OpenAsync();

        Assert.Equal([(1, "planted"), (2, "red")], _books.Of("Box").Sorted().Select(row => (row.Number, row.Colour)));
        Assert.Equal(3, await _books.SaveAsync(save => save.Count("boxes"), Token));
    }

    [Theory, InlineData(Version + 1), InlineData(Version - 1)]
    public async Task Books_of_another_version_are_refused(long version)
    {
        using var other = new BoxBooks(_store);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => other.OpenAsync(version, save => save.Add(1), Token));
        Assert.Contains("another version", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_throws_or_is_refused_leaves_no_row_and_no_number()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _books.SaveAsync<bool>(
            save =>
            {
                save.Add(2);
                throw new InvalidOperationException();
            },
            Token));
        await _books.SaveAsync(
            save =>
            {
                save.Add(3);
                return save.IsRefused = true;
            },
            Token);

        Assert.Equal([1], _books.Of("Box").Rows.Select(row => row.Number));
        Assert.Equal(2, (await _books.SaveAsync(save => save.Add(4), Token)).Id);
    }

    [Fact]
    public async Task A_save_sees_its_own_changes_and_others_only_what_is_committed()
    {
        await _books.SaveAsync(
            save =>
            {
                save.Edit(save.Find("Box", "1")!).Colour = "blue";
                var added = save.Add(2, "blue");
                Assert.Equal([1, 2], save.By("Box", nameof(Box.Colour), "BLUE ").Select(row => row.Number).Order());
                Assert.Empty(save.By("Box", nameof(Box.Colour), "planted"));
                Assert.Same(added, save.Find("Box", "2"));
                Assert.Equal(["planted"], _books.Of("Box").Rows.Select(row => row.Colour));
                save.Delete(added);
                Assert.Null(save.Find("Box", "2"));
                return true;
            },
            Token);

        Assert.Equal(["blue"], _books.Of("Box").Rows.Select(row => row.Colour));
    }

    [Fact]
    public async Task A_row_may_be_deleted_and_made_anew_under_its_key_in_one_save()
    {
        await _books.SaveAsync(
            save =>
            {
                save.Add(1, "new");
                save.Delete(save.All("Box").Single(row => row.Colour == "planted"));
                return true;
            },
            Token);

        Assert.Equal("new", _books.Of("Box").Find(["1"])?.Colour);
        await CloseAsync();
        await OpenAsync();
        Assert.Equal(["new"], _books.Of("Box").Rows.Select(row => row.Colour));
    }

    [Fact]
    public async Task Changes_are_told_with_what_was_before_unless_they_are_quiet()
    {
        var told = new List<Committed<Box>>();
        _books.Changed = told.AddRange;
        await _books.SaveAsync(
            save =>
            {
                save.Edit(save.Find("Box", "1")!).Colour = "blue";
                save.Quietly(save.Add(2));
                return true;
            },
            Token);

        var change = Assert.Single(told);
        Assert.Equal(("planted", "blue"), (change.Before?.Colour, change.After?.Colour));
    }

    private async Task OpenAsync()
    {
        _store = await SandboxStore.OpenAsync(Path.Combine(_folder, "books.db"), Token);
        _books = new BoxBooks(_store);
        await _books.OpenAsync(Version, save => save.Add(1, "planted"), Token);
    }

    private async Task CloseAsync()
    {
        _books.Dispose();
        await _store.DisposeAsync();
    }
}
