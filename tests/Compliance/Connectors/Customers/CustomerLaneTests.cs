using System.Text.Json.Nodes;
using Integration.Connectors.Lanes.Customers;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Sandbox.Faults;
using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Customers;

public sealed class CustomerLaneTests
{
    private const string Anna = "anna@example.com";

    private static readonly object Registration = new
    {
        email = Anna, firstname = "Änne", lastname = "Kowalska", street = "Große Straße 5", city = "Köln", zipcode = "50667", country = "DE", phone = "+49 221 1",
    };

    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task An_account_goes_to_the_erp_once_and_changes_go_both_ways_without_echo(ShopApi api)
    {
        await using var stack = await CustomerStack.StartAsync(api);
        var id = await stack.AccountAsync(Registration);
        await stack.HintAsync(id);
        await stack.MadeInErpAsync(id, Anna);
        var made = (await stack.InErpAsync(Anna))!;
        Assert.Equal(("Änne Kowalska", "+49 221 1", "Große Straße 5", $"{id}-XC1"), ((string?)made["customerName"], (string?)made["phone"], (string?)made["street"], (string?)made["accountRef"]));

        await stack.AccountAsync(new { email = Anna, street = "Domplatz 1" });
        await stack.HintAsync(id);
        await stack.UntilAsync(async () => (string?)(await stack.InErpAsync(Anna))!["street"] == "Domplatz 1", "the shop's change is in the ERP");

        await stack.ErpAsync(new { email = Anna, phone = "+49 30 2" });
        await stack.UntilAsync(async () => (string?)(await stack.InShopAsync(Anna))!["phone"] == "+49 30 2", "the ERP's change is in the shop");
        var shown = (await stack.InShopAsync(Anna))!;
        Assert.Equal(("Änne Kowalska", "Domplatz 1", "DE"), ((string?)shown["name"], (string?)shown["street"], (string?)shown["country"]));

        await stack.UntilAsync(async () => await stack.CountsAsync() is var now && now.ContainsKey(TwoWayCounts.Echoes) && now.ContainsKey(TwoWayCounts.ToStorefront), "our own writes came back");
        var counts = await stack.CountsAsync();
        Assert.Equal((2, 1), (counts[TwoWayCounts.ToErp], counts[TwoWayCounts.ToStorefront]));
        Assert.Single(await stack.InErpAllAsync(Anna));
        Assert.Empty(stack.Raised);
    }

    [Theory]
    [InlineData(ShopApi.Legacy54, DecideConflict.Erp)]
    [InlineData(ShopApi.Legacy54, DecideConflict.Storefront)]
    [InlineData(ShopApi.Rest55, DecideConflict.Erp)]
    public async Task Both_sides_changes_of_one_field_wait_for_a_person_who_decides(ShopApi api, string keep)
    {
        await using var stack = await CustomerStack.StartAsync(api);
        var id = await stack.AccountAsync(Registration);
        await stack.HintAsync(id);
        await stack.MadeInErpAsync(id, Anna);

        await stack.AccountAsync(new { email = Anna, phone = "from the shop" });
        await stack.ErpAsync(new { email = Anna, phone = "from the ERP" });
        await stack.UntilAsync(() => Task.FromResult(stack.Raised.Any(raised => raised.Class == AttentionClasses.Conflict)), "the conflict is on the list");
        Assert.Equal("from the shop", (string?)(await stack.InShopAsync(Anna))!["phone"]);
        Assert.Equal("from the ERP", (string?)(await stack.InErpAsync(Anna))!["phone"]);
        Assert.DoesNotContain("from the", string.Join(' ', stack.Raised.SelectMany(raised => raised.Reasons).Select(reason => reason.Message)), StringComparison.Ordinal);
        Assert.Equal("phone", Assert.Single(stack.Raised[0].Reasons).Field);

        var decision = new DecideConflict(CustomerStack.Pair, Entities.Customer, id, keep, "Marta");
        await stack.SendAsync(stack.Raised[0].DecisionQueue!, decision);
        var kept = keep == DecideConflict.Erp ? "from the ERP" : "from the shop";
        await stack.UntilAsync(async () => (string?)(await stack.InShopAsync(Anna))!["phone"] == kept && (string?)(await stack.InErpAsync(Anna))!["phone"] == kept, "what is kept is on both sides");
        await stack.UntilAsync(() => Task.FromResult(stack.Cleared.Any(cleared => cleared.Class == AttentionClasses.Conflict)), "the entry is gone");
        Assert.Equal(1, (await stack.CountsAsync())[TwoWayCounts.Conflicts]);

        // Decided again by somebody whose list was old: nothing is written, and nothing stays on the list.
        var cleared = stack.Cleared.Count;
        await stack.SendAsync(stack.Raised[0].DecisionQueue!, decision with { Keep = DecideConflict.Storefront });
        await stack.UntilAsync(() => Task.FromResult(stack.Cleared.Count > cleared), "the late decision is answered");
        Assert.Equal(kept, (string?)(await stack.InErpAsync(Anna))!["phone"]);
        var told = string.Join(' ', stack.Told.Select(told => told.Summary));
        Assert.Contains($"Marta keeps the values of the {DecideConflict.Words(keep)}: phone.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("from the", told, StringComparison.Ordinal);
    }

    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task A_customer_of_the_erp_gets_an_account_where_the_pair_wants_it_and_stays_known(ShopApi api)
    {
        await using var stack = await CustomerStack.StartAsync(api, new JsonObject { ["newInStore"] = true });
        const string email = "wholesale@example.com";
        await stack.ErpAsync(new { customerID = "WHOLE1", customerName = "Łódź Trading", attention = "Zoë Nowak", email, phone = "555", street = "1 Elm St", city = "Springfield", state = "IL", postalCode = "62701", country = "US" });
        await stack.UntilAsync(async () => await stack.InShopAsync(email) is not null, "the shop has the account");
        await stack.UntilAsync(async () => (string?)(await stack.InShopAsync(email))!["phone"] == "555", "with its address");
        Assert.Equal("Zoë Nowak", (string?)(await stack.InShopAsync(email))!["name"]);

        await stack.ErpAsync(new { customerID = "WHOLE1", phone = "556" });
        await stack.UntilAsync(async () => (string?)(await stack.InShopAsync(email))!["phone"] == "556", "a later change follows");
        Assert.Single(await stack.InErpAllAsync(email));
    }

    [Fact]
    public async Task What_changes_in_the_erp_before_the_customers_making_is_stored_reaches_the_shop()
    {
        await using var stack = await CustomerStack.StartAsync(ShopApi.Rest55);
        // The customer is there a good while before our call is answered.
        stack.ErpFaults.Add(new FaultRule { Kind = FaultKind.AnswerLate, Method = "PUT", PathContains = "/Customer", Delay = TimeSpan.FromSeconds(3), Count = 1 });
        await stack.HintAsync(await stack.AccountAsync(Registration));
        await stack.UntilAsync(async () => await stack.InErpAsync(Anna) is not null, "the ERP has the customer");
        await stack.ErpAsync(new { email = Anna, phone = "+49 30 2" });
        await stack.UntilAsync(async () => (string?)(await stack.InShopAsync(Anna))!["phone"] == "+49 30 2", "the ERP's change is in the shop");
        Assert.Single(await stack.InErpAllAsync(Anna));
    }

    [Fact]
    public async Task Doubtful_matches_go_to_a_person_and_make_no_customer()
    {
        await using var stack = await CustomerStack.StartAsync(ShopApi.Rest55);
        await stack.ErpAsync(new { customerID = "TWIN1", customerName = "Twin", email = "twin@example.com" });
        await stack.ErpAsync(new { customerID = "TWIN2", customerName = "Twin", email = "twin@example.com" });
        await stack.ErpAsync(new { customerID = "PHONE1", customerName = "Somebody", email = "other@example.com", phone = "777 888" });
        await stack.HintAsync(await stack.AccountAsync(new { email = "twin@example.com", firstname = "Twin", lastname = "X", phone = "1" }));
        await stack.HintAsync(await stack.AccountAsync(new { email = "new@example.com", firstname = "New", lastname = "X", phone = "777 888" }));

        await stack.UntilAsync(() => Task.FromResult(stack.Raised.Count >= 2), "both are on the list");
        Assert.All(stack.Raised, raised => Assert.Equal(AttentionClasses.AmbiguousMatch, raised.Class));
        Assert.Equal(["email", "phone"], stack.Raised.Select(raised => raised.Reasons[0].Field).Order());
        Assert.Empty(await stack.InErpAllAsync("new@example.com"));
    }

    [Fact]
    public async Task An_account_that_nobody_hints_is_found_by_the_round_over_all()
    {
        await using var stack = await CustomerStack.StartAsync(ShopApi.Legacy54, crawl: true);
        await stack.AccountAsync(Registration);
        await stack.UntilAsync(async () => await stack.InErpAsync(Anna) is not null, "the ERP has the customer");
    }

    [Fact]
    public async Task An_observing_pair_writes_nothing()
    {
        await using var stack = await CustomerStack.StartAsync(ShopApi.Rest55, new JsonObject { ["newInStore"] = true }, mode: "observe");
        await stack.HintAsync(await stack.AccountAsync(Registration));
        await stack.ErpAsync(new { email = "buyer@acme.example", phone = "556" });
        await stack.UntilAsync(() => Task.FromResult(stack.Told.Any(told => told.State == RecordStates.Observed) && stack.Told.Any(told => told.Lane == CustomerQueues.ToStore)), "it says what it would do");
        Assert.Null(await stack.InErpAsync(Anna));
        Assert.Null(await stack.InShopAsync("buyer@acme.example"));
    }
}
