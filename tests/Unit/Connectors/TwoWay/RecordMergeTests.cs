using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.TwoWay;
using Xunit;

namespace Integration.Tests.Unit.Connectors.TwoWay;

public sealed class RecordMergeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly TwoWayRules Rules = new()
    {
        Owners = new Dictionary<string, FieldOwner> { ["name"] = FieldOwner.Shared, ["phone"] = FieldOwner.Shared, ["group"] = FieldOwner.Erp },
    };

    private static readonly TwoWayRecord New = new() { Pair = "p", Entity = "customer", Id = "8" };

    private static readonly Dictionary<string, string> Ann = new() { ["name"] = "Ann", ["phone"] = "1", ["group"] = "" };

    [Fact]
    public void Only_the_fields_that_changed_are_written()
    {
        var merge = RecordMerge.Of(Rules, New.Met(Ann), With("phone", "2"), Ann);
        Assert.Equal(["phone"], merge.ToErp.Keys);
        Assert.Empty(merge.ToStorefront);
    }

    [Fact]
    public void Different_fields_may_go_both_ways_at_once()
    {
        var merge = RecordMerge.Of(Rules, New.Met(Ann), With("phone", "2"), With("group", "VIP"));
        Assert.Equal("2", merge.ToErp["phone"]);
        Assert.Equal("VIP", merge.ToStorefront["group"]);
        Assert.Empty(merge.Conflicts);
    }

    [Fact]
    public void Our_own_write_that_comes_back_is_settled()
    {
        var written = New.Met(Ann).WrittenToStorefront(new Dictionary<string, string> { ["group"] = "VIP" }, With("group", "vip"), Noon);
        Assert.True(RecordMerge.Of(Rules, written, With("group", "vip"), With("group", "VIP")).IsSettled);
    }

    [Fact]
    public void A_conflict_ends_when_a_person_makes_both_sides_alike()
    {
        var record = New.Met(Ann);
        Assert.Equal("phone", Assert.Single(RecordMerge.Of(Rules, record, With("phone", "2"), With("phone", "3")).Conflicts).Field);
        var after = RecordMerge.Of(Rules, record, With("phone", "3"), With("phone", "3"));
        Assert.True(after.IsSettled);
        Assert.Equal("3", after.Converged["phone"]);
    }

    [Theory]
    [InlineData(FieldOwner.Storefront)]
    [InlineData(FieldOwner.Erp)]
    public void A_decision_writes_the_value_that_is_kept(FieldOwner keep)
    {
        var (shop, erp) = (With("phone", "2"), With("phone", "3"));
        var conflicts = RecordMerge.Of(Rules, New.Met(Ann), shop, erp).Conflicts;
        var merge = RecordMerge.Of(Rules, New.Met(Ann).Decided(keep, Rules.Owners, conflicts), shop, erp);
        Assert.Empty(merge.Conflicts);
        Assert.Equal(keep == FieldOwner.Storefront ? "2" : "3", (keep == FieldOwner.Storefront ? merge.ToErp : merge.ToStorefront)["phone"]);
    }

    [Fact]
    public void A_decision_against_a_fields_owner_leaves_both_sides_as_they_are_until_the_owner_changes_it()
    {
        var (shop, erp) = (With("group", "Retail"), With("group", "VIP"));
        var decided = New.Met(Ann).Decided(FieldOwner.Storefront, Rules.Owners, [new FieldConflict("group", "Retail", "VIP")]);
        Assert.True(RecordMerge.Of(Rules, decided, shop, erp).IsSettled);
        Assert.Equal("Gold", RecordMerge.Of(Rules, decided, shop, With("group", "Gold")).ToStorefront["group"]);
    }

    [Fact]
    public void A_field_that_systems_send_to_and_fro_is_stopped_at_the_third_bounce()
    {
        var record = New.Met(Ann);
        for (var write = 0; write <= TwoWayField.MostBounces; write++)
        {
            var fromShop = write % 2 == 0;
            var (shop, erp) = fromShop ? (With("phone", $"s{write}"), With("phone", $"s{write - 1}")) : (With("phone", $"s{write - 1}"), With("phone", $"s{write}"));
            if (write == 0) erp = Ann;
            var merge = RecordMerge.Of(Rules, record, shop, erp);
            Assert.Empty(merge.Conflicts);
            record = fromShop ? record.WrittenToErp(merge.ToErp, merge.ToErp, Noon) : record.WrittenToStorefront(merge.ToStorefront, merge.ToStorefront, Noon);
        }

        var stopped = RecordMerge.Of(Rules, record, With("phone", "x"), With("phone", $"s{TwoWayField.MostBounces}"));
        Assert.Equal("phone", Assert.Single(stopped.Conflicts).Field);
    }

    [Fact]
    public void People_who_change_a_field_by_turns_are_not_stopped()
    {
        var field = new TwoWayField();
        for (var write = 0; write < 10; write++)
            field = field.Written(write % 2 == 0 ? FieldOwner.Storefront : FieldOwner.Erp, new Agreed("v", "v"), Noon + (write * TwoWayField.BounceTime));
        Assert.False(field.IsStopped);
    }

    private static Dictionary<string, string> With(string field, string value) => new(Ann) { [field] = value };
}
