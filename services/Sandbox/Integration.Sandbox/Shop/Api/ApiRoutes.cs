using Integration.Sandbox.Shop.Api.Catalogue;
using Integration.Sandbox.Shop.Api.Customers;
using Integration.Sandbox.Shop.Api.Orders;

namespace Integration.Sandbox.Shop.Api;

/// <summary>The operations that the stand-in serves. The others of X-Cart 5.5 are listed in docs/sandbox.md.</summary>
internal static class ApiRoutes
{
    public static IReadOnlyList<ApiRoute> All { get; } =
    [
        .. OrderOperations.Routes,
        .. StatusOperations.Routes,
        .. ProductOperations.Routes,
        .. AttributeOperations.Routes,
        .. VariantOperations.Routes,
        .. WholesaleOperations.Routes,
        .. ProductPartOperations.Routes,
        .. ReadOnlyOperations.Routes,
        .. ProfileOperations.Routes,
        .. AddressOperations.Routes,
    ];

    /// <summary>The path with its ids as placeholders, to count calls by.</summary>
    public static string Name(string path)
    {
        var segments = path.Trim('/').Split('/')[1..];
        return All.FirstOrDefault(route => route.Match(segments) is not null) is { } known ? $"/api/{known.Path}" : path;
    }
}
