using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

public sealed class ProfileTests
{
    [Fact]
    public async Task Profiles_of_orders_are_not_among_the_profiles()
    {
        await using var shop = await RunningShop55.StartAsync();
        var placed = await shop.CheckoutAsync();
        var order = await shop.GetAsync($"orders/{placed["orderId"]}");

        var found = (await shop.GetAsync("profiles?login=anna@")).AsArray();

        var guest = Assert.Single(found)!;
        Assert.Equal((long)order["customer_id"]!, (long)guest["id"]!);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", (string?)guest["create_date"]);
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, $"profiles/{order["order_profile_id"]}"));
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, $"profiles/{order["order_profile_id"]}/addresses"));
    }

    [Fact]
    public async Task A_profile_is_made_changed_and_deleted_and_never_shows_its_password()
    {
        await using var shop = await RunningShop55.StartAsync();
        var made = await shop.WriteAsync(
            HttpMethod.Post, "profiles", new JsonObject { ["login"] = "erp@example.com", ["password"] = "secret-enough", ["language"] = "en" }, expected: 201);

        var changed = await shop.WriteAsync(HttpMethod.Put, $"profiles/{made["id"]}", new JsonObject { ["status"] = "D" });
        using var deleted = await shop.SendAsync(HttpMethod.Delete, $"profiles/{made["id"]}", RunningShop55.FullToken);

        Assert.Equal(("erp@example.com", "D", "en"), ((string?)changed["login"], (string?)changed["status"], (string?)changed["language"]));
        Assert.False(made.AsObject().ContainsKey("password"));
        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal("Not Found", await shop.RefusedAsync(404, HttpMethod.Get, $"profiles/{made["id"]}"));
    }

    [Fact]
    public async Task A_profiles_rules_are_kept()
    {
        await using var shop = await RunningShop55.StartAsync();

        Assert.Equal(
            "login: This value is not a valid email address.",
            await shop.RefusedAsync(400, HttpMethod.Post, "profiles", new JsonObject { ["login"] = "no-address" }));
        Assert.Equal(
            "status: The value you selected is not a valid choice.",
            await shop.RefusedAsync(400, HttpMethod.Post, "profiles", new JsonObject { ["login"] = "a@example.com", ["status"] = "X" }));
        Assert.Equal(
            "Profile with login \"greta.schmidt@example.com\" already exists",
            await shop.RefusedAsync(400, HttpMethod.Post, "profiles", new JsonObject { ["login"] = "greta.schmidt@example.com" }));
    }

    [Fact]
    public async Task An_address_keeps_what_a_put_does_not_send()
    {
        await using var shop = await RunningShop55.StartAsync();
        var profile = (await shop.GetAsync("profiles?login=greta"))[0]!["id"];
        var made = await shop.WriteAsync(
            HttpMethod.Post,
            $"profiles/{profile}/addresses",
            new JsonObject
            {
                ["firstname"] = "Greta",
                ["street"] = "Domplatz 1",
                ["country_code"] = "DE",
                ["is_billing"] = true,
                ["custom_fields"] = new JsonArray(new JsonObject { ["name"] = "vat_number", ["value"] = "DE123" }),
            },
            expected: 201);

        var changed = await shop.WriteAsync(HttpMethod.Put, $"profiles/{profile}/addresses/{made["id"]}", new JsonObject { ["city"] = "Köln" });

        Assert.Equal(("Greta", "Domplatz 1", "Köln", "DE"), (
            (string?)changed["firstname"], (string?)changed["street"], (string?)changed["city"], (string?)changed["country_code"]));
        Assert.True((bool)changed["is_billing"]!);
        Assert.Equal("DE123", (string?)changed["custom_fields"]![0]!["value"]);
        Assert.Single((await shop.GetAsync($"profiles/{profile}/addresses")).AsArray(), address => JsonNode.DeepEquals(address!["id"], made["id"]));
        Assert.Equal(
            "country_code: This value is too long. It should have 2 characters or less.",
            await shop.RefusedAsync(400, HttpMethod.Put, $"profiles/{profile}/addresses/{made["id"]}", new JsonObject { ["country_code"] = "DEU" }));
    }

    [Fact]
    public async Task Profiles_are_filtered_by_when_they_were_added_and_not_by_change()
    {
        var time = new SteppedTime();
        await using var shop = await RunningShop55.StartAsync(options => options with { Time = time });
        time.Step(TimeSpan.FromDays(1));
        var since = $"@{time.GetUtcNow().ToUnixTimeSeconds()}";
        await shop.WriteAsync(HttpMethod.Post, "profiles", new JsonObject { ["login"] = "late@example.com" }, expected: 201);

        var added = (await shop.GetAsync($"profiles?added[after]={since}")).AsArray();

        Assert.Equal(["late@example.com"], added.Select(profile => (string?)profile!["login"]));
        Assert.Equal(5, (await shop.GetAsync($"profiles?updated[after]={since}")).AsArray().Count);
    }
}
