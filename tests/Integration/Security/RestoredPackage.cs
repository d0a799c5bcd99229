namespace Integration.Tests.Integration.Security;

/// <summary>A package.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">The SPDX expression of its manifest, else the address of its licence, else <c>none</c>.</param>
internal sealed record RestoredPackage(string Id, string Version, string Licence);
