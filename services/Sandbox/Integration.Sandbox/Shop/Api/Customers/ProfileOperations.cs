using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Customers;

/// <summary>
/// Profiles that belong to no order: customers' accounts, administrators and one row per guest e-mail address, which
/// nothing in the answer tells apart. They cannot be asked for by date of change: there is none.
/// </summary>
internal static class ProfileOperations
{
    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", "profiles", "Profile", List),
        new("POST", "profiles", "Profile", (shop, call) => ApiAnswer.Created(ProfileView.Of(new ProfileWriter(shop).Create(call.Body)))),
        new("GET", "profiles/{profile_id}", "Profile", (shop, call) => ApiAnswer.Ok(ProfileView.Of(Find(shop, call)))),
        new("PUT", "profiles/{profile_id}", "Profile", (shop, call) =>
            ApiAnswer.Ok(ProfileView.Of(new ProfileWriter(shop).Update(Find(shop, call), call.Body)))),
        new("DELETE", "profiles/{profile_id}", "Profile", (shop, call) =>
        {
            shop.Rows.Delete("profile", Find(shop, call).Text("profile_id"));
            return ApiAnswer.NoContent;
        }),
    ];

    /// <exception cref="ApiProblemException">404, also for an order's own copy of a profile.</exception>
    public static JsonObject Find(ShopUnit shop, ApiCall call) =>
        shop.Rows.Find("profile", call.Id("profile_id")) is { } profile && profile["order"] is null ? profile : throw ApiProblemException.NotFound();

    private static ApiAnswer List(ShopUnit shop, ApiCall call)
    {
        var filters = new List<Func<JsonObject, bool>?>
        {
            DateFilter.Of(shop, call, "first_login", "first_login"),
            DateFilter.Of(shop, call, "added", "added"),
            SearchFilter.Of(call, "login", partial: true, profile => profile.Text("login")),
            SearchFilter.Of(call, "searchFakeField", partial: true, profile => profile.Text("searchFakeField")),
        }.OfType<Func<JsonObject, bool>>().ToList();
        return ApiAnswer.List(
            call,
            [.. shop.Rows.All("profile").Where(profile => profile["order"] is null && filters.TrueForAll(filter => filter(profile)))],
            ProfileView.Of);
    }
}
