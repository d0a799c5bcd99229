using System.Globalization;
using Integration.Sandbox.Acumatica.Schema;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Acumatica.Calls;

/// <summary>One call to an entity.</summary>
/// <param name="Entity">The entity called.</param>
/// <param name="Schema">Its fields.</param>
/// <param name="Rest">What follows the entity in the address, cut at slashes.</param>
/// <param name="Query">Query options.</param>
/// <param name="Address">Path of the entity.</param>
internal sealed record EntityCall(TopLevelEntity Entity, EntitySchema Schema, string[] Rest, IQueryCollection Query, string Address)
{
    public Queries.View View(EndpointSchema endpoint) =>
        Queries.View.Parse(Query["$select"], Query["$expand"], endpoint, Schema);

    /// <summary>A number option, or null when it is not given.</summary>
    public int? Count(string option) => Query[option].ToString() is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw Queries.FilterSyntax.Fault($"Invalid value '{text}' for {option} query option found.");
}
