using Integration.Sandbox.Dynamics.Entra;
using Microsoft.AspNetCore.Routing;

namespace Integration.Sandbox.Dynamics.Dataverse;

/// <summary>How a Dataverse stand-in starts.</summary>
public sealed record DataverseOptions
{
    /// <summary>SQLite file that holds the organization's books; made and seeded when it does not exist.</summary>
    public required string DataFile { get; init; }

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Unique name of the organization.</summary>
    public string Organization { get; init; } = "sandbox";

    /// <summary>Client ID of the application that the seeded application user stands for.</summary>
    public string ClientId { get; init; } = "5B7C1E0A-3D4F-4C62-9A8E-0F1D2C3B4A59";

    /// <summary>Custom columns that the organization begins with, as <c>table.column:Type</c> or <c>table.column:String(100)</c>.</summary>
    public IReadOnlyList<string> Columns { get; init; } =
    [
        "account.xci_externalid:String(100)", "contact.xci_externalid:String(100)", "product.xci_externalid:String(100)", "salesorder.xci_externalid:String(100)",
        "salesorderdetail.xci_externalid:String(100)", "salesorder.ai_anomalyscore:Decimal", "salesorder.ai_anomalyreason:String(2000)",
    ];

    /// <summary>Alternate keys that the organization begins with, as <c>table:column,column</c>; they are active at once.</summary>
    public IReadOnlyList<string> Keys { get; init; } = ["account:xci_externalid", "contact:xci_externalid", "product:productnumber", "salesorder:xci_externalid"];

    /// <summary>True: the organization has the tables and columns of dual-write (<c>cdm_company</c>, <c>msdyn_…</c>). False: they do not exist.</summary>
    public bool HasDualWrite { get; init; }

    /// <summary>What can also be switched while it runs.</summary>
    public DataverseSettings Settings { get; init; } = new();

    /// <summary>Clock; the system's when left out.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Knows the tokens that applications come with.</summary>
    internal ITokenCheck? Tokens { get; init; }

    /// <summary>Adds further control paths.</summary>
    internal Action<IEndpointRouteBuilder>? Routes { get; init; }
}
