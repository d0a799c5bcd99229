using System.CommandLine;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Connectors.Publishing;
using Integration.Run.Pairs;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary><c>./run document</c>: shows, checks, publishes and takes back the documents of a pair.</summary>
internal static class DocumentCommand
{
    private static readonly DocumentPublisher Publisher = new(TimeProvider.System);

    public static Command Build()
    {
        var command = new Command("document", "Shows, checks, publishes and rolls back a pair's mappings, flow document and lookups.");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Show());
        command.Subcommands.Add(Check());
        command.Subcommands.Add(Publish());
        command.Subcommands.Add(History());
        command.Subcommands.Add(Rollback());
        return command;
    }

    private static Command List()
    {
        var (command, place) = Make("list", "Lists the documents that count now, with versions.");
        command.SetAction((result, ct) => WithMappingsAsync(place, result, (pair, mappings) =>
        {
            foreach (var name in DocumentNames.Of(pair, mappings))
            {
                var shipped = ShippedDocuments.Of(name, mappings);
                if (PairDocuments.Live(pair, name, shipped) is not { } live) continue;
                var last = DocumentHistory.Of(pair, name).Versions.LastOrDefault(version => version.IsTextOf(live));
                var own = shipped is null || live.Source == DocumentSource.Shipped ? "" : $"; shipped is version {PairDocuments.VersionOf(shipped)}";
                WriteLine($"{name,-28} version {live.Version,-4} {live.Source.ToString().ToLowerInvariant(),-8} {(last is null ? "" : $"{last.At:u} by {last.By}")}{own}");
            }

            return 0;
        }, ct));
        return command;
    }

    private static Command Show()
    {
        var (command, place) = Make("show", "Prints a document: the one that counts, the shipped one or one of the history.");
        var document = DocumentOption();
        var shipped = new Option<bool>("--shipped") { Description = "the built-in one" };
        var version = new Option<int?>("--version") { Description = "a version of the history" };
        foreach (Option option in new Option[] { document, shipped, version }) command.Options.Add(option);
        command.SetAction((result, ct) => WithMappingsAsync(place, result, (pair, mappings) =>
        {
            var name = result.GetValue(document)!;
            var builtIn = ShippedDocuments.Of(name, mappings);
            var history = DocumentHistory.Of(pair, name);
            var text = result.GetValue(shipped) ? builtIn
                : result.GetValue(version) is { } wanted ? history.Versions.LastOrDefault(one => one.Version == wanted) is { } kept ? history.TextOf(kept) : null
                : PairDocuments.Live(pair, name, builtIn)?.Text;
            Write(text is null ? throw new StackException($"There is no such {name}. Known: {string.Join(", ", DocumentNames.Of(pair, mappings))}.") : text.TrimEnd() + "\n");
            return 0;
        }, ct));
        return command;
    }

    private static Command Check()
    {
        var (command, place) = Make("check", "Checks a document against the schemas of both sides. Publishes nothing.");
        var document = DocumentOption();
        var file = FileArgument();
        command.Options.Add(document);
        command.Arguments.Add(file);
        command.SetAction((result, ct) => WithMappingsAsync(place, result, (pair, mappings) =>
        {
            var findings = DocumentChecks.Check(pair, result.GetValue(document)!, File.ReadAllText(result.GetValue(file)!), mappings);
            foreach (var error in findings.Errors) WriteLine($"FAIL {error}");
            foreach (var warning in findings.Warnings) WriteLine($"warn {warning}");
            if (findings.Errors.Count == 0) WriteLine(findings.Version > 0 ? $"Version {findings.Version} can be published." : "It can be published.");
            return findings.Errors.Count == 0 ? 0 : 1;
        }, ct));
        return command;
    }

    private static Command Publish()
    {
        var (command, place) = Make("publish", "Checks a document and lets it count. Running services follow within two seconds.");
        var (document, by, note, file) = (DocumentOption(), ByOption(), NoteOption(), FileArgument());
        foreach (Option option in new Option[] { document, by, note }) command.Options.Add(option);
        command.Arguments.Add(file);
        command.SetAction((result, ct) => WithMappingsAsync(place, result, (pair, mappings) => Tell(
            result.GetValue(document)!,
            Publisher.Publish(pair, result.GetValue(document)!, File.ReadAllText(result.GetValue(file)!), mappings, result.GetValue(by)!, result.GetValue(note)!)), ct));
        return command;
    }

    private static Command Rollback()
    {
        var (command, place) = Make("rollback", "Publishes an earlier text again, under a new version.");
        var (document, by, note) = (DocumentOption(), ByOption(), NoteOption());
        var to = new Option<int?>("--to") { Description = "the version whose text is wanted (default: the one before)" };
        foreach (Option option in new Option[] { document, to, by, note }) command.Options.Add(option);
        command.SetAction((result, ct) => WithMappingsAsync(place, result, (pair, mappings) => Tell(
            result.GetValue(document)!,
            Publisher.Rollback(pair, result.GetValue(document)!, result.GetValue(to), mappings, result.GetValue(by)!, result.GetValue(note)!)), ct));
        return command;
    }

    private static Command History()
    {
        var (command, place) = Make("history", "Lists every text that was published.");
        var document = new Option<string?>("--document") { Description = "only this one" };
        command.Options.Add(document);
        command.SetAction(result => Guarded.RunAsync(() =>
        {
            var pair = place.Find(result);
            foreach (var name in DocumentHistory.NamesOf(pair).Where(name => result.GetValue(document) is not { } only || only == name))
            {
                foreach (var version in DocumentHistory.Of(pair, name).Versions)
                {
                    WriteLine($"{name,-28} {version.Version,4}  {version.At:u}  {version.Action,-10} {version.By}  {version.Sha256[..12]}  {version.Note}".TrimEnd());
                }
            }

            return Task.FromResult(0);
        }));
        return command;
    }

    private static int Tell(string name, PublishOutcome outcome)
    {
        switch (outcome)
        {
            case PublishOutcome.Published published:
                foreach (var warning in published.Warnings) WriteLine($"warn {warning}");
                WriteLine($"{name} version {published.Version.Version} counts now ({published.File}). Running services follow within two seconds{(name == DocumentNames.OrdersFlow ? "" : ", and send again what waits for it")}.");
                return 0;
            case PublishOutcome.Unchanged unchanged:
                WriteLine($"{name}: this very text counts already, as version {unchanged.Version}.");
                return 0;
            case PublishOutcome.Refused refused:
                foreach (var reason in refused.Reasons) Error.WriteLine(reason);
                return 1;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static Task<int> WithMappingsAsync(PairPlace place, ParseResult result, Func<PairDefinition, IReadOnlyList<MappingPort>, int> work, CancellationToken ct) => Guarded.RunAsync(async () =>
    {
        var pair = place.Find(result);
        await using var connectors = await PairConnectors.OpenAsync(place.Secrets(result), ct);
        return work(pair, PairMappings.Of(connectors.Erp(pair), connectors.Storefront(pair)));
    });

    private static (Command Command, PairPlace Place) Make(string name, string description)
    {
        var (command, place) = (new Command(name, description), new PairPlace());
        place.AddTo(command);
        return (command, place);
    }

    private static Option<string> DocumentOption() => new("--document") { Description = "orders.toErp, products.toStore …, orders.flow or lookups.TABLE; list shows all", Required = true };

    private static Option<string> ByOption() => new("--by") { Description = "who publishes, for the history", DefaultValueFactory = _ => Environment.UserName };

    private static Option<string> NoteOption() => new("--note") { Description = "why, for the history", DefaultValueFactory = _ => "" };

    private static Argument<string> FileArgument()
    {
        var file = new Argument<string>("file") { Description = "the document" };
        file.AcceptLegalFilePathsOnly();
        file.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } path && !File.Exists(path)) result.AddError($"There is no file {path}.");
        });
        return file;
    }
}
