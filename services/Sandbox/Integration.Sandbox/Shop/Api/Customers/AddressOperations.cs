using System.Text.Json.Nodes;
using Integration.Sandbox.Shop.Rows;

namespace Integration.Sandbox.Shop.Api.Customers;

/// <summary>Addresses of a profile.</summary>
internal static class AddressOperations
{
    private const string Path = "profiles/{profile_id}/addresses";

    public static IReadOnlyList<ApiRoute> Routes { get; } =
    [
        new("GET", Path, "Address", (shop, call) => ApiAnswer.List(call, shop.Rows.Owned("address", Profile(shop, call)), AddressView.Of)),
        new("POST", Path, "Address", (shop, call) => ApiAnswer.Created(AddressView.Of(new AddressWriter(shop).Create(Profile(shop, call), call.Body)))),
        new("GET", Path + "/{address_id}", "Address", (shop, call) => ApiAnswer.Ok(AddressView.Of(Find(shop, call)))),
        new("PUT", Path + "/{address_id}", "Address", (shop, call) =>
            ApiAnswer.Ok(AddressView.Of(new AddressWriter(shop).Update(Find(shop, call), call.Body)))),
        new("DELETE", Path + "/{address_id}", "Address", (shop, call) =>
        {
            shop.Rows.Delete("address", Find(shop, call).Text("address_id"));
            return ApiAnswer.NoContent;
        }),
    ];

    private static string Profile(ShopUnit shop, ApiCall call) => ProfileOperations.Find(shop, call).Text("profile_id");

    private static JsonObject Find(ShopUnit shop, ApiCall call) =>
        shop.Rows.Find("address", call.Id("address_id")) is { } address && address.Text("profile") == Profile(shop, call)
            ? address
            : throw ApiProblemException.NotFound();
}
