using Integration.Sandbox.Records;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Records;

public sealed class TableTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Table<Box, long> _table = new([nameof(Box.Number)]);

    [Fact]
    public void A_row_is_found_by_what_it_is_now()
    {
        Put(1, 10, "red", Noon);
        Put(2, 20, "Blue ", Noon);
        Assert.Equal([1], By("RED"));
        Assert.Equal([1, 2], Since(Noon).Order());

        Put(1, 10, "blue", Noon.AddHours(1));
        Put(3, 30, "red", null);

        Assert.Equal([1, 2], By("blue").Order());
        Assert.Equal([3], By("red"));
        Assert.Equal([1], Since(Noon.AddMinutes(1)));
        _table.Remove(1);
        Assert.Equal([2], By("blue"));
        Assert.Equal([2], Since(Noon));
        Assert.Empty(Since(Noon.AddMinutes(1)));
    }

    [Fact]
    public void What_is_new_comes_in_the_order_of_its_stamp_and_begins_with_that_very_moment()
    {
        Put(1, 10, "", Noon.AddMinutes(2));
        Put(2, 20, "", Noon);
        Put(3, 30, "", Noon.AddMinutes(1));
        Put(4, 40, "", Noon.AddTicks(-1));

        Assert.Equal([2, 3, 1], Since(Noon));
    }

    [Fact]
    public void Rows_are_sorted_by_their_keys_as_they_come_and_go()
    {
        Put(1, 9, "red", null);
        Put(2, 10, "red", null);
        Assert.Equal([9, 10], _table.Sorted().Select(row => row.Number));

        Put(3, 8, "blue", null);
        _table.Remove(1);

        Assert.Equal([10], _table.Sorted(row => row.Colour == "red").Select(row => row.Number));
        Assert.Equal([8, 10], _table.Sorted().Select(row => row.Number));
    }

    [Fact]
    public void A_key_that_another_row_took_over_stays_with_it()
    {
        Put(1, 10, "", null);
        Put(2, 10, "", null);
        _table.Remove(1);

        Assert.Equal(2, _table.Find(["10"])?.Id);
        Assert.Null(_table.Find(["10", "10"]));
    }

    private void Put(long id, long number, string colour, DateTimeOffset? at) => _table.Put(new Box(id) { Number = number, Colour = colour, At = at });

    private IEnumerable<long> By(string colour) => _table.By(nameof(Box.Colour), colour).Select(row => row.Id);

    private IEnumerable<long> Since(DateTimeOffset from) => _table.Since(nameof(Box.At), from).Select(row => row.Id);
}
