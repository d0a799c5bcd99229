using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Tests.Unit.Sandbox.Shop;
using Xunit;

namespace Integration.Tests.Unit.Sandbox.Shop55;

/// <summary>Three orders of 1, 2 and 3 March 2026, 10:00 UTC, with numbers 1 to 3.</summary>
public sealed class OrderListTests
{
    private static readonly DateTimeOffset First = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("date[after]=2026-03-02T10:00:00Z", "2,3")]
    [InlineData("date[strictly_after]=2026-03-02T10:00:00Z", "3")]
    [InlineData("date[before]=2026-03-02T10:00:00Z", "1,2")]
    [InlineData("date[strictly_before]=2026-03-02T10:00:00Z", "1")]
    [InlineData("date[after]=@1772445600", "2,3")]
    [InlineData("date[after]=2026-03-02 11:00:00", "3")]
    [InlineData("date[after]=2026-03-03", "3")]
    [InlineData("date[after]=2026-03-02T12:00:00%2B02:00", "2,3")]
    [InlineData("date[after]=2026-03-02T12:00:00%2B0200", "2,3")]
    [InlineData("date[after]=2026-03-02&date[strictly_before]=2026-03-03", "2")]
    [InlineData("date[after]=2026-03-02T12:00:00+02:00", "1,2,3")]
    [InlineData("date[after]=the day before", "1,2,3")]
    [InlineData("date[since]=2026-03-03", "1,2,3")]
    [InlineData("updated_since=2026-03-03", "1,2,3")]
    [InlineData("lastRenewDate[after]=2026-03-03", "1,2,3")]
    [InlineData("order[date]=desc", "3,2,1")]
    [InlineData("order[lastRenewDate]=desc", "3,2,1")]
    [InlineData("order[date]=desc&itemsPerPage=1&page=2", "2")]
    [InlineData("order[date]=backwards", "1,2,3")]
    [InlineData("order[total]=desc", "1,2,3")]
    [InlineData("paymentStatus.code=P", "2")]
    [InlineData("paymentStatus.code[]=P&paymentStatus.code[]=Q", "1,2,3")]
    [InlineData("shippingStatus.code=S", "3")]
    [InlineData("profile.login=BETTY", "2")]
    [InlineData("profile.login=example.com&paymentStatus.code=Q", "1,3")]
    public async Task A_list_is_filtered_and_sorted_as_far_as_5_5_0_29_can(string query, string numbers)
    {
        await using var shop = await RunningShop55.StartAsync();
        await PlaceAsync(shop);

        var orders = (await shop.GetAsync($"orders?{query}")).AsArray();

        Assert.Equal(numbers, string.Join(',', orders.Select(order => (string?)order!["order_number"])));
    }

    [Theory]
    [InlineData("lastRenewDate[after]=2026-03-03", "3")]
    [InlineData("lastRenewDate[before]=2026-03-02T10:00:00Z&order[lastRenewDate]=desc", "2,1")]
    public async Task A_newer_5_5_filters_by_change_when_it_is_switched_on(string query, string numbers)
    {
        await using var shop = await RunningShop55.StartAsync(options => options with { FiltersByRenewal = true });
        await PlaceAsync(shop);

        var orders = (await shop.GetAsync($"orders?{query}")).AsArray();

        Assert.Equal(numbers, string.Join(',', orders.Select(order => (string?)order!["order_number"])));
    }

    private static async Task PlaceAsync(RunningShop55 shop)
    {
        var names = new[] { "anna", "betty", "carla" };
        await shop.CheckoutAsync(new JsonArray([.. names.Select((name, i) =>
        {
            var checkout = RunningShop.Checkout(email: $"{name}@example.com");
            checkout["placedAt"] = First.AddDays(i).ToString("o", CultureInfo.InvariantCulture);
            checkout["paymentMethod"] = i == 1 ? "Stripe" : "PhoneOrdering";
            return checkout;
        })]));
        var third = (await shop.GetAsync("orders/by_number/3"))["id"]!;
        await shop.WriteAsync(HttpMethod.Put, $"orders/{third}/shipping_status", new JsonObject { ["code"] = "S" });
    }
}
