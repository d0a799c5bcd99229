using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.TwoWay;
using Xunit;

namespace Integration.Tests.Unit.Connectors.TwoWay;

public sealed class FieldMergeTests
{
    private static readonly TwoWayRules Both = new() { Owners = new Dictionary<string, FieldOwner>() };

    [Theory]
    [InlineData(FieldOwner.Shared, "a", "b", "a", "ToErp")]
    [InlineData(FieldOwner.Shared, "a", "a", "b", "ToStorefront")]
    [InlineData(FieldOwner.Shared, "a", "b", "c", "Conflict")]
    [InlineData(FieldOwner.Shared, "a", "b", "b", "Converged")]
    [InlineData(FieldOwner.Shared, "a", "", "a", "ToErp")]
    [InlineData(FieldOwner.Storefront, "a", "b", "c", "ToErp")]
    [InlineData(FieldOwner.Storefront, "a", "a", "c", "ToErp")]
    [InlineData(FieldOwner.Erp, "a", "b", "c", "ToStorefront")]
    [InlineData(FieldOwner.Erp, "a", "b", "a", "ToStorefront")]
    public void A_field_that_was_agreed_goes_the_way_of_its_change_and_owner(FieldOwner owner, string agreed, string storefront, string erp, string verdict) =>
        Assert.Equal(verdict, FieldMerge.Of(owner, Both, new Agreed(agreed, agreed), storefront, erp).ToString());

    [Theory]
    [InlineData("", "b", "ToStorefront")]
    [InlineData("a", "", "ToErp")]
    [InlineData("a", "b", "Conflict")]
    [InlineData("a", "a", "Converged")]
    public void A_shared_field_that_was_never_agreed_is_filled_in_and_never_overwritten(string storefront, string erp, string verdict) =>
        Assert.Equal(verdict, FieldMerge.Of(FieldOwner.Shared, Both, null, storefront, erp).ToString());

    [Fact]
    public void A_value_that_a_system_respelled_is_no_change() =>
        Assert.Equal(FieldVerdict.Unchanged, FieldMerge.Of(FieldOwner.Shared, Both, new Agreed("Long Street 12345", "Long Street 1"), "Long Street 12345", "Long Street 1"));

    [Fact]
    public void A_field_that_one_side_does_not_have_is_left_alone() =>
        Assert.Equal(FieldVerdict.NotComparable, FieldMerge.Of(FieldOwner.Storefront, Both, null, "a", null));

    [Fact]
    public void A_way_that_is_switched_off_writes_nothing() =>
        Assert.Equal(FieldVerdict.Held, FieldMerge.Of(FieldOwner.Shared, Both with { ToStorefront = false }, new Agreed("a", "a"), "a", "b"));

    [Fact]
    public void Writing_what_is_said_always_ends_with_both_sides_alike_or_a_person()
    {
        var random = new Random(4711);
        string[] values = ["", "a", "b", "c"];
        string Any() => values[random.Next(values.Length)];
        for (var round = 0; round < 20_000; round++)
        {
            var owner = (FieldOwner)random.Next(3);
            var agreed = random.Next(4) == 0 ? null : new Agreed(Any(), Any());
            var (storefront, erp) = (Any(), Any());
            var verdict = FieldMerge.Of(owner, Both, agreed, storefront, erp);
            if (verdict == FieldVerdict.ToErp) (erp, agreed) = (storefront, new Agreed(storefront, storefront));
            else if (verdict == FieldVerdict.ToStorefront) (storefront, agreed) = (erp, new Agreed(erp, erp));
            // A second look at the same values finds nothing to write: no echo, no loop.
            var again = FieldMerge.Of(owner, Both, agreed, storefront, erp);
            Assert.True(again is FieldVerdict.Converged or FieldVerdict.Unchanged or FieldVerdict.Conflict, $"{owner} {verdict} then {again}");
            if (owner != FieldOwner.Shared) Assert.NotEqual(FieldVerdict.Conflict, verdict);
        }
    }

    [Fact]
    public void A_shared_value_is_only_overwritten_where_its_side_did_not_change_it()
    {
        var random = new Random(815);
        string[] values = ["", "a", "b", "c"];
        string Any() => values[random.Next(values.Length)];
        for (var round = 0; round < 20_000; round++)
        {
            var agreed = new Agreed(Any(), Any());
            var (storefront, erp) = (Any(), Any());
            var verdict = FieldMerge.Of(FieldOwner.Shared, Both, agreed, storefront, erp);
            if (verdict == FieldVerdict.ToErp) Assert.Equal(agreed.Erp, erp);
            if (verdict == FieldVerdict.ToStorefront) Assert.Equal(agreed.Storefront, storefront);
        }
    }
}
