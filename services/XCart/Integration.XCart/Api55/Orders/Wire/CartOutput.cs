using System.Text.Json.Serialization;

namespace Integration.XCart.Api55.Orders.Wire;

/// <summary>A cart, of which nothing but its being there matters.</summary>
internal sealed record CartOutput([property: JsonPropertyName("id")] long Id);
