using System.Text.Json;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Compliance.Connectors.Customers;

/// <summary>What is said of a person on the way: nothing.</summary>
public sealed class CustomerPrivacyTests
{
    private const string Email = "xanthippe.quodlibet@example.net";

    private static readonly string[] Personal = ["anthippe", "uodlibet", "555777333", "555777444", "555777555", "weibrücken"];

    [Theory, InlineData(ShopApi.Legacy54), InlineData(ShopApi.Rest55)]
    public async Task Neither_logs_nor_timeline_nor_attention_tell_anything_of_a_person(ShopApi api)
    {
        await using var stack = await CustomerStack.StartAsync(api);
        var id = await stack.AccountAsync(new
        {
            email = Email, firstname = "Xanthippe", lastname = "Quodlibet", street = "Zweibrückenallee 5", city = "Köln", zipcode = "50667", country = "DE", phone = "555777333",
        });
        await stack.HintAsync(id);
        await stack.UntilAsync(async () => await stack.InErpAsync(Email) is not null, "the ERP has the customer");
        await stack.AccountAsync(new { email = Email, phone = "555777444" });
        await stack.ErpAsync(new { email = Email, phone = "555777555" });
        await stack.UntilAsync(() => RaisedAsync(stack, AttentionClasses.Conflict), "the conflict is on the list");
        await stack.SendAsync(stack.Raised[0].DecisionQueue!, new DecideConflict(CustomerStack.Pair, Entities.Customer, id, DecideConflict.Erp, "Marta"));
        await stack.UntilAsync(async () => (string?)(await stack.InShopAsync(Email))!["phone"] == "555777555", "the decision is carried out");
        // The ERP keeps its own, and then refuses what it is sent.
        await stack.ErpAsync("settings", new { lockedFields = new[] { "Customer.MainContact/Phone1" } });
        await stack.AccountAsync(new { email = Email, phone = "555777333" });
        await stack.HintAsync(id);
        await stack.UntilAsync(() => RaisedAsync(stack, AttentionClasses.Differs), "what was not taken is on the list");
        await stack.ErpAsync("settings", new { lockedFields = Array.Empty<string>(), requireFields = new[] { "Customer.MainContact/Phone2" } });
        await stack.AccountAsync(new { email = Email, phone = "555777444" });
        await stack.HintAsync(id);
        await stack.UntilAsync(() => RaisedAsync(stack, AttentionClasses.RejectedByErp), "the refusal is on the list");

        Assert.NotEmpty(stack.Logged.Lines);
        foreach (var personal in Personal) Assert.DoesNotContain(stack.Logged.Lines, line => line.Contains(personal, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(Telling(stack.Told.Select(told => JsonSerializer.Serialize(told))));
        // The retry's own message goes to the adapter alone and is never shown.
        Assert.Empty(Telling(stack.Raised.Select(raised => JsonSerializer.Serialize(raised with { Retry = null }))));
        Assert.Empty(Telling(stack.Cleared.Select(cleared => JsonSerializer.Serialize(cleared))));
    }

    private static List<string> Telling(IEnumerable<string> texts) =>
        [.. texts.Where(text => Personal.Any(personal => text.Contains(personal, StringComparison.OrdinalIgnoreCase) || text.Contains(Uri.EscapeDataString(personal), StringComparison.OrdinalIgnoreCase)))];

    private static Task<bool> RaisedAsync(CustomerStack stack, string @class) => Task.FromResult(stack.Raised.Any(raised => raised.Class == @class));
}
