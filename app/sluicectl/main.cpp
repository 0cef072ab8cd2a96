// sluicectl: the command line over the same core as the desktop app. Flags and exit codes are a contract (README,
// "Command line").
#include "commands.h"

#include "core/base/memory_guard.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <QDate>
#include <iostream>

using namespace sluice;
using namespace sluice::ctl;

int main(int argc, char **argv) {
    refuseCoreFile();
    hideFromSameUser();
    CLI::App cli{"Gives a DigitalOcean Kubernetes cluster and Droplets one static egress IP through a VPC NAT gateway, "
                 "and proves it."};
    cli.name("sluicectl");
    cli.set_version_flag("--version", "sluicectl " SLUICE_VERSION);
    cli.require_subcommand(1);
    cli.fallthrough();

    bool json = false;
    bool verbose = false;
    std::string progress;
    std::string state;
    std::string endpoint;
    double timeScale = 1.0;
    cli.add_flag("--json", json, "One JSON document on stdout");
    cli.add_option("--progress", progress, "Progress on stderr (default: text on a terminal, else none)")
        ->check(CLI::IsMember({"none", "text", "json"}));
    cli.add_option("--state", state, "Where deployments are remembered: sqlite:PATH")->envname("SLUICE_STATE");
    cli.add_option("--endpoint", endpoint, "API URL")->envname("DIGITALOCEAN_API_URL");
    const CLI::Option *scaleOption =
        cli.add_option("--time-scale", timeScale, "Divides every wait and deadline; for simulated clouds")
            ->check(CLI::Range(0.001, 100000.0));
    cli.add_flag("--verbose,-v", verbose, "Every API call with its request id in the progress");

    std::string target;
    std::string format = "outputs";
    std::string file;
    std::string folder;
    std::string action;
    bool yes = false;
    bool thenVerify = false;
    bool deleteAssociated = false;

    CLI::App *plan = cli.add_subcommand("plan", "Preflight and plan; writes nothing to the cloud");
    plan->add_option("BLUEPRINT", target, "Blueprint: .tfvars, .tfvars.json or .json")->required();
    CLI::App *apply = cli.add_subcommand("apply", "Plan, create, outputs");
    apply->add_option("BLUEPRINT", target, "Blueprint: .tfvars, .tfvars.json or .json")->required();
    apply->add_flag("--verify", thenVerify, "Measure the egress IP afterwards");
    // Prices that no API gives. The date goes with them, so that nobody takes an old price for today's.
    blueprint::Prices prices;
    std::string pricesAsOf;
    for (CLI::App *planning : {plan, apply}) {
        planning->add_option("--nat-gateway-price", prices.natGatewayMonthly, "USD a month for each size unit")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        planning->add_option("--ha-price", prices.haMonthly, "USD a month for the highly available control plane")
            ->check(CLI::NonNegativeNumber)
            ->capture_default_str();
        planning
            ->add_option("--prices-as-of", pricesAsOf, "The day these prices were read, YYYY-MM-DD (default: today)")
            ->check([](const std::string &day) {
                return QDate::fromString(QString::fromStdString(day), Qt::ISODate).isValid()
                           ? std::string()
                           : std::string("a day as YYYY-MM-DD");
            });
    }
    CLI::App *resume = cli.add_subcommand("resume", "Go on after a crash or cancel, in either direction");
    resume->add_option("NAME", target, "Deployment")->required();
    resume->add_flag("--verify", thenVerify, "Measure the egress IP afterwards");
    bool recreate = false;
    std::string abandonedIp;
    CLI::Option *recreating = resume->add_flag("--recreate", recreate, "Make again what was deleted elsewhere");
    resume
        ->add_option("--abandon-egress-ip", abandonedIp, "The egress IP that is lost with a deleted NAT gateway, typed")
        ->needs(recreating);
    CLI::App *change = cli.add_subcommand("change", "Change a standing deployment in place; the egress IP stays");
    change->add_option("NAME", target, "Deployment")->required();
    int nodeCount = 0;
    int gatewaySize = 0;
    std::vector<std::string> bastionSources;
    bool planOnly = false;
    CLI::Option *nodeOption = change->add_option("--node-count", nodeCount, "Nodes of the cluster");
    CLI::Option *sizeOption = change->add_option("--nat-gateway-size", gatewaySize, "Units of the NAT gateway");
    CLI::Option *sourcesOption =
        change->add_option("--bastion-ssh-sources", bastionSources, "CIDRs that reach the bastion's port 22")
            ->delimiter(',');
    CLI::App *repair = cli.add_subcommand("repair", "Bring a deployment that drifted back to its plan");
    repair->add_option("NAME", target, "Deployment")->required();
    repair->add_option("--abandon-egress-ip", abandonedIp, "The egress IP that is lost with the NAT gateway, typed");
    for (CLI::App *changing : {change, repair}) {
        changing->add_flag("--plan-only", planOnly, "Say what would be done; change nothing");
        changing->add_flag("--verify", thenVerify, "Measure the egress IP afterwards");
    }
    CLI::App *verify = cli.add_subcommand("verify", "Measure the egress IP contract: the whole matrix");
    verify->add_option("NAME", target, "Deployment")->required();
    std::vector<std::string> cells;
    verify->add_option("--cell", cells,
                       "Measure only this cell again, by its id in the matrix (may be repeated). The exit code is of "
                       "these cells; only the whole matrix proves a deployment");
    CLI::App *remedy = cli.add_subcommand("remedy", "Carry out an automatic remedy that a diagnosis named");
    remedy->add_option("NAME", target, "Deployment")->required();
    remedy->add_option("ACTION", action, "reapply_route, repair_netplan or repair")->required();
    CLI::App *status = cli.add_subcommand("status", "Refresh from the account; drift");
    status->add_option("NAME", target, "Deployment")->required();
    bool measure = false;
    status->add_flag("--measure", measure, "Also the routes on droplet and nodes and the egress IP itself");
    CLI::App *destroy = cli.add_subcommand("destroy", "Tear everything down and certify that nothing is left");
    destroy->add_option("NAME", target, "Deployment")->required();
    destroy->add_flag("--yes", yes, "Really delete");
    destroy->add_flag("--delete-associated", deleteAssociated,
                      "Also delete load balancers and volumes that workloads made");
    CLI::App *rebuild =
        cli.add_subcommand("rebuild", "Find deployments in the account that the state does not know, and record them");
    CLI::App *list = cli.add_subcommand("list", "Deployments in the state");
    CLI::App *show = cli.add_subcommand("show", "One deployment: plan, steps, outputs");
    show->add_option("NAME", target, "Deployment")->required();
    CLI::App *history = cli.add_subcommand("history", "What happened to a deployment");
    history->add_option("NAME", target, "Deployment")->required();
    CLI::App *exporting = cli.add_subcommand("export", "Write a deployment in another form");
    exporting->add_option("NAME", target, "Deployment")->required();
    exporting->add_option("--format", format, "outputs, kubeconfig, ssh-config, mermaid, svg, png or pdf")
        ->check(CLI::IsMember({"outputs", "kubeconfig", "ssh-config", "mermaid", "svg", "png", "pdf"}))
        ->capture_default_str();
    exporting->add_option("--out", file, "File to write; default is stdout (svg, png and pdf need a file)");
    CLI::App *demo = cli.add_subcommand("demo", "The whole life on an embedded sandbox, in about 20 seconds");
    demo->add_option("--out", folder, "Folder for topology.svg, topology.png and report.json");

    try {
        cli.parse(argc, argv);
    } catch (const CLI::CallForHelp &e) {
        return cli.exit(e);
    } catch (const CLI::CallForVersion &e) {
        return cli.exit(e);
    } catch (const CLI::ParseError &e) {
        cli.exit(e);
        return kBadInput;
    }

    const auto text = [](const std::string &s) { return QString::fromStdString(s); };
    const blueprint::Prices listed;
    if (!pricesAsOf.empty())
        prices.asOf = text(pricesAsOf);
    else if (prices.natGatewayMonthly != listed.natGatewayMonthly || prices.haMonthly != listed.haMonthly)
        prices.asOf = QDate::currentDate().toString(Qt::ISODate);
    Globals globals{.json = json,
                    .progress = text(progress),
                    .state = text(state),
                    .endpoint = text(endpoint),
                    .timeScale = timeScale,
                    .prices = prices,
                    .verbose = verbose};

    QCoreApplication::setApplicationName(QStringLiteral("sluice"));
    if (demo->parsed()) {
        if (scaleOption->count() == 0)
            globals.timeScale = 60.0;
        return demoCommand(argc, argv, globals, text(folder));
    }
    if (exporting->parsed() && (format == "svg" || format == "png" || format == "pdf"))
        return exportDrawing(argc, argv, globals, text(target), text(format), text(file));

    const QCoreApplication application(argc, argv);
    Session session(globals);
    const QString name = text(target);
    if (plan->parsed())
        return planCommand(session, name);
    if (apply->parsed())
        return applyCommand(session, name, thenVerify);
    if (resume->parsed())
        return resumeCommand(session, name, thenVerify,
                             {.recreateLost = recreate, .abandonedEgressIp = text(abandonedIp)});
    if (change->parsed()) {
        operations::ChangeRequest request;
        if (nodeOption->count() > 0)
            request.nodeCount = nodeCount;
        if (sizeOption->count() > 0)
            request.natGatewaySize = gatewaySize;
        if (sourcesOption->count() > 0) {
            request.bastionSources = QStringList();
            for (const std::string &source : bastionSources)
                *request.bastionSources << text(source);
        }
        return changeCommand(session, name, request, planOnly, thenVerify);
    }
    if (repair->parsed())
        return repairCommand(session, name, text(abandonedIp), planOnly, thenVerify);
    if (verify->parsed()) {
        QStringList only;
        for (const std::string &cell : cells)
            only << text(cell);
        return verifyCommand(session, name, only);
    }
    if (remedy->parsed())
        return remedyCommand(session, name, text(action));
    if (status->parsed())
        return statusCommand(session, name, measure);
    if (destroy->parsed())
        return destroyCommand(session, name, yes, deleteAssociated);
    if (rebuild->parsed())
        return rebuildCommand(session);
    if (show->parsed())
        return showCommand(session, name);
    if (history->parsed())
        return historyCommand(session, name);
    if (exporting->parsed())
        return exportCommand(session, name, text(format), text(file));
    static_cast<void>(list);
    return listCommand(session);
}
