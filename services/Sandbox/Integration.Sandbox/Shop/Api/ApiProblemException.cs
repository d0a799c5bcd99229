using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Shop.Api;

/// <summary>Ends a call with an error as API Platform words it; nothing is written.</summary>
internal sealed class ApiProblemException(int status, string detail) : Exception(detail)
{
    public int Status => status;

    public static ApiProblemException BadRequest(string detail) => new(StatusCodes.Status400BadRequest, detail);

    public static ApiProblemException NotFound() => new(StatusCodes.Status404NotFound, "Not Found");
}
