using Microsoft.AspNetCore.Routing;

namespace Integration.Platform.Hosting;

/// <summary>HTTP routes of a module; register as a singleton, the host maps them all.</summary>
public interface IEndpointModule
{
    /// <summary>Maps the module's routes.</summary>
    void Map(IEndpointRouteBuilder routes);
}
